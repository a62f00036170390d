import type { CallTimes } from "@/lib/domain/call/call-times";
import { maskCaller } from "@/lib/domain/call/mask-caller";
import type { Tx } from "../in-company";

export type CallRecord = CallTimes & {
  readonly externalId: string | null;
  readonly caller: string | null;
  readonly callerHash: Uint8Array<ArrayBuffer> | null;
  readonly offerId: number;
  readonly trafficSourceId: number | null;
  readonly buyerId: number | null;
  readonly tokens: Readonly<Record<string, string>>;
  readonly recordingUrl: string | null;
};

/**
 * Inserts calls that are new and answers their numbers in the order given; null where the company has a call with
 * that external id already. VALUES rather than a select, since the rows draw identities.
 */
export async function insertCalls(tx: Tx, records: readonly CallRecord[]): Promise<(number | null)[]> {
  const uuids = records.map(() => crypto.randomUUID());
  const inserted = await tx.call.createManyAndReturn({
    data: records.map((record, position) => ({
      companyId: tx.company,
      uuid: uuids[position],
      externalId: record.externalId,
      callerHash: record.callerHash,
      callerMasked: maskCaller(record.caller),
      offerId: record.offerId,
      trafficSourceId: record.trafficSourceId,
      buyerId: record.buyerId,
      startedAt: record.startedAt,
      answeredAt: record.answeredAt,
      endedAt: record.endedAt,
      durationSeconds: record.durationSeconds,
      connectedSeconds: record.connectedSeconds,
    })),
    skipDuplicates: true,
    select: { id: true, uuid: true },
  });
  const idOf = new Map(inserted.map(({ uuid, id }) => [uuid, Number(id)]));
  const ids = uuids.map((uuid) => idOf.get(uuid) ?? null);
  await tx.callPerson.createMany({
    data: records.flatMap(({ caller, recordingUrl, tokens }, position) => {
      const callId = ids[position];
      return callId == null ? [] : [{ companyId: tx.company, callId, caller, recordingUrl, tokens: { ...tokens } }];
    }),
  });
  return ids;
}
