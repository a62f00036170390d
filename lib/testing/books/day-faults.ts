import { grouped } from "@/lib/base/grouped";
import { localDay } from "@/lib/base/local-day";
import type { Books } from "./read-books";

/**
 * Wrong days. A queued change has the day of its call's start; a posted charge or payout keeps the day of its change or
 * of a corrected start; an offset has the day of what it offsets.
 */
export function dayFaults(books: Books): string[] {
  return [...waitingFaults(books), ...postedFaults(books)];
}

const text = (date: Date) => date.toISOString().slice(0, 10);

function waitingFaults({ queue, calls, timeZone }: Books): string[] {
  const startOf = new Map(calls.map(({ id, startedAt }) => [id, startedAt]));
  return queue.flatMap(({ callId, version, serviceDate }) => {
    const startedAt = startOf.get(callId);
    if (startedAt && text(serviceDate) === localDay(startedAt, timeZone)) return [];
    return [`version ${version} of call ${callId} waits with another day than the call started on`];
  });
}

function postedFaults({ changes, moves, entries }: Books): string[] {
  const key = ({ callId, version }: { callId: bigint; version: number }) => `${callId} ${version}`;
  const movesOf = grouped(moves, key);
  const billedWith = new Map(
    changes.map((change) => [key(change), movesOf.get(key(change))?.at(-1)?.serviceDate ?? change.serviceDate]),
  );
  const posted = entries.filter(({ source }) => source === "call");
  const dayOf = new Map(posted.map((item) => [`${item.number} ${item.version} ${item.kind}`, item.serviceDate]));
  return posted.flatMap((entry) => {
    const { number, version, kind, offsetsVersion, offsetsKind, serviceDate, bookedOn } = entry;
    const expected =
      offsetsVersion === null
        ? billedWith.get(key({ callId: number, version }))
        : dayOf.get(`${number} ${offsetsVersion} ${offsetsKind}`);
    const name = `${kind} of call ${number}, version ${version},`;
    return [
      ...(expected?.getTime() === serviceDate.getTime() ? [] : [`${name} is of another day`]),
      ...(bookedOn < serviceDate ? [`${name} is booked before its service`] : []),
    ];
  });
}
