import { findReceivers } from "@/lib/outbound/sql/receivers";
import { recordEvents } from "@/lib/outbound/sql/record-events";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import { entryEvent, type PostedEntry } from "../domain/entry-event";
import type { Batch } from "./batch";

const ENTRIES_AT_ONCE = 5_000;

type Row = {
  source: "call" | "document";
  number: bigint;
  version: number;
  kind: string;
  amount_minor: bigint;
  booked_on: string;
  service_date: string;
  call_uuid: string | null;
  offer_id: bigint | null;
  buyer_id: bigint | null;
  traffic_source_id: bigint | null;
};

/** Queues the entries of a batch for outside systems. The ledger head must be locked. */
export async function recordEntries(tx: Tx, batch: Batch, postedAt: Date): Promise<void> {
  const receivers = await findReceivers(tx, ["entry.posted"]);
  if (receivers === null) return;
  let last: PostedEntry | null = null;
  do {
    const entries: PostedEntry[] = await readEntries(tx, batch, last);
    await recordEvents(
      tx,
      receivers,
      entries.map((entry) => entryEvent(entry, receivers.money, postedAt)),
    );
    last = entries.length < ENTRIES_AT_ONCE ? null : (entries.at(-1) ?? null);
  } while (last !== null);
}

/** Charges stand before their credits: by version, a call's entries are in order. */
async function readEntries(tx: Tx, { number, entries }: Batch, after: PostedEntry | null): Promise<PostedEntry[]> {
  const beyond =
    after === null
      ? Prisma.empty
      : Prisma.sql`and (e.number, e.version, e.kind) > (${after.number}::bigint, ${after.version}::integer, ${after.kind}::text)`;
  const rows = await tx.$queryRaw<Row[]>`
    select p.source, p.number, p.version, p.kind, p.amount_minor, to_char(p.booked_on, 'YYYY-MM-DD') as booked_on,
      to_char(p.service_date, 'YYYY-MM-DD') as service_date, c.uuid::text as call_uuid, nullif(p.offer_id, 0) as offer_id,
      a.buyer_id, a.traffic_source_id
    from (select e.* ${entries} ${beyond} order by e.number, e.version, e.kind limit ${ENTRIES_AT_ONCE}) p
    left join call c on c.company_id = ${tx.company} and p.source = 'call' and c.id = p.number
    left join account a on a.company_id = ${tx.company} and a.id = p.party_account_id
    order by p.number, p.version, p.kind`;
  const id = (value: bigint | null) => (value === null ? null : Number(value));
  return rows.map((row) => ({
    source: row.source,
    number: Number(row.number),
    version: row.version,
    kind: row.kind,
    amountMinor: row.amount_minor,
    bookedOn: row.booked_on,
    serviceDate: row.service_date,
    rollupNumber: number,
    callUuid: row.call_uuid,
    offerId: id(row.offer_id),
    buyerId: id(row.buyer_id),
    trafficSourceId: id(row.traffic_source_id),
  }));
}
