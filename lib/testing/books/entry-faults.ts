import { grouped } from "@/lib/base/grouped";
import type { CallChange, Entry } from "@/lib/platform/sql/generated/client";
import type { Books } from "./read-books";

/** Entries that differ from the changes, except those still queued. */
export function entryFaults(books: Books): string[] {
  const posted = books.entries.filter((entry) => entry.source === "call");
  const expected = expectedEntries(books);
  const actual = new Map(posted.map((entry) => [keyOf(entry), entry]));
  return [
    ...[...expected].flatMap(([key, entry]) => (same(entry, actual.get(key)) ? [] : [`${key} is missing or differs`])),
    ...[...actual.keys()].filter((key) => !expected.has(key)).map((key) => `${key} stems from no change`),
    ...offsetFaults({ ...books, entries: posted }, actual),
    ...queueFaults(books),
  ];
}

type Key = Pick<Entry, "number" | "version" | "kind">;
type Expected = Pick<Entry, "debitAccountId" | "creditAccountId" | "amountMinor" | "offsetsVersion" | "offsetsKind">;

const keyOf = ({ number, version, kind }: Key) => `${kind} of call ${number}, version ${version}`;

function same(expected: Expected, actual: Entry | undefined): boolean {
  return (
    actual !== undefined &&
    (Object.keys(expected) as (keyof Expected)[]).every((column) => expected[column] === actual[column])
  );
}

function expectedEntries({ changes, queue, head }: Books): Map<string, Expected> {
  const waiting = new Set(queue.map(({ callId, version }) => `${callId} ${version}`));
  const entries = new Map<string, Expected>();
  for (const log of grouped(changes, (change) => change.callId).values()) {
    for (const change of log) {
      if (waiting.has(`${change.callId} ${change.version}`)) continue;
      const add = (kind: string, entry: Expected) =>
        entries.set(keyOf({ number: change.callId, version: change.version, kind }), entry);
      const charge = chargeOf(change, head);
      const payout = payoutOf(change, head);
      if (charge) add("charge", charge);
      if (payout) add("payout", payout);
      const closedCharge = closed(log, change.closesCharge, (item) => chargeOf(item, head));
      const closedPayout = closed(log, change.closesPayout, (item) => payoutOf(item, head));
      if (closedCharge) add("credit", reverse(closedCharge, change.closesCharge, "charge"));
      if (closedPayout) add("clawback", reverse(closedPayout, change.closesPayout, "payout"));
    }
  }
  return entries;
}

const NO_OFFSET = { offsetsVersion: null, offsetsKind: null };

function chargeOf({ chargeAccountId, chargeMinor }: CallChange, head: Books["head"]): Expected | null {
  if (chargeAccountId === null || chargeMinor === null) return null;
  const { revenueAccountId } = head;
  return { debitAccountId: chargeAccountId, creditAccountId: revenueAccountId, amountMinor: chargeMinor, ...NO_OFFSET };
}

function payoutOf({ payoutAccountId, payoutMinor }: CallChange, head: Books["head"]): Expected | null {
  if (payoutAccountId === null || payoutMinor === null) return null;
  const { trafficCostAccountId } = head;
  return {
    debitAccountId: trafficCostAccountId,
    creditAccountId: payoutAccountId,
    amountMinor: payoutMinor,
    ...NO_OFFSET,
  };
}

function closed(
  log: readonly CallChange[],
  version: number | null,
  opening: (change: CallChange) => Expected | null,
): Expected | null {
  const change = log.find((item) => item.version === version);
  return change ? opening(change) : null;
}

function reverse(entry: Expected, offsetsVersion: number | null, offsetsKind: string): Expected {
  const { debitAccountId: creditAccountId, creditAccountId: debitAccountId, amountMinor } = entry;
  return { debitAccountId, creditAccountId, amountMinor, offsetsVersion, offsetsKind };
}

/** An offset follows what it offsets, once, and is booked in the same month unless that was closed. */
function offsetFaults({ entries, head }: Books, actual: ReadonlyMap<string, Entry>): string[] {
  const everythingOpen = head.closedThrough === null;
  const offsets = new Map<string, number>();
  const faults: string[] = [];
  for (const entry of entries) {
    const { number, offsetsVersion, offsetsKind, bookedOn, serviceDate } = entry;
    const from =
      offsetsVersion === null || offsetsKind === null ? null : { number, version: offsetsVersion, kind: offsetsKind };
    const earliest = from ? actual.get(keyOf(from))?.bookedOn : serviceDate;
    if (!earliest || bookedOn < earliest || (everythingOpen && bookedOn.getTime() !== earliest.getTime()))
      faults.push(`${keyOf(entry)} is in the wrong month of the books`);
    if (!from) continue;
    if ((actual.get(keyOf(from))?.rollupNumber ?? Infinity) > entry.rollupNumber)
      faults.push(`${keyOf(entry)} was posted before what it offsets`);
    offsets.set(keyOf(from), (offsets.get(keyOf(from)) ?? 0) + 1);
  }
  return [
    ...faults,
    ...[...offsets].filter(([, times]) => times > 1).map(([key]) => `${key} is offset more than once`),
  ];
}

function queueFaults({ queue, changes }: Books): string[] {
  const billable = new Set(changes.filter(isBillable).map(({ callId, version }) => `${callId}, version ${version}`));
  return queue
    .map(({ callId, version }) => `${callId}, version ${version}`)
    .filter((key) => !billable.has(key))
    .map((key) => `call ${key} waits for a rollup and has nothing to bill`);
}

function isBillable({ closesCharge, chargeMinor, closesPayout, payoutMinor }: CallChange): boolean {
  return closesCharge !== null || chargeMinor !== null || closesPayout !== null || payoutMinor !== null;
}
