import { Invalid } from "@/lib/base/errors";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { CallFilter } from "../domain/call-filter";
import type { CallGroup, CallSums } from "../domain/call-sums";
import { readCallParts } from "./call-parts";
import { allOf, CONNECTED } from "./filter-conditions";
import { collectCalls } from "./scan-calls";

const CALLS_A_SUMMARY = 250_000;

/** A group's key, or the mechanisms of both sides, with its sums. */
export type SummedGroup = { readonly key: string | null; readonly otherKey: string | null; readonly sums: CallSums };

/**
 * What calls are grouped by, and its text, which is made once a group: of days and hours the quarters of an hour, in
 * seconds, since a zone costs more for each call than all else. Mechanisms have a second key, one a side.
 */
type Keys = { readonly key: Prisma.Sql; readonly otherKey?: Prisma.Sql; readonly text?: Prisma.Sql };

function keysOf(group: CallGroup | null): Keys {
  switch (group) {
    case "day":
    case "hour":
      return {
        key: Prisma.sql`date_bin('15 minutes', c.started_at, timestamptz 'epoch')`,
        text: Prisma.sql`extract(epoch from k.key)::bigint::text`,
      };
    case "offer":
      return { key: Prisma.sql`c.offer_id` };
    case "buyer":
      return { key: Prisma.sql`c.buyer_id` };
    case "traffic_source":
      return { key: Prisma.sql`c.traffic_source_id` };
    case "mechanism":
      return { key: Prisma.sql`c.buyer_mechanism`, otherKey: Prisma.sql`c.offer_mechanism` };
    case null:
      return { key: Prisma.sql`null::text` };
  }
}

type Row = Record<"scanned" | "calls" | "seconds" | "buyer" | "offer" | "either" | "revenue" | "payout", bigint> & {
  key: string | null;
  other_key: string | null;
};

/** Sums the calls of a filter by group, in no order. Throws `Invalid` if the filter would look through too many. */
export async function sumCalls(tx: SqlTx, filter: CallFilter, group: CallGroup | null): Promise<SummedGroup[]> {
  const { parts, conditions } = await readCallParts(tx, filter);
  const calls = Prisma.join(
    parts.map((part) => Prisma.sql`(${collectCalls(tx, part, filter, CALLS_A_SUMMARY + 1)})`),
    " union all ",
  );
  const { key, otherKey = Prisma.sql`null::text`, text = Prisma.sql`k.key::text` } = keysOf(group);
  const rows = await tx.$queryRaw<Row[]>`
    select ${text} as key, k.other_key, count(*) as scanned, count(*) filter (where k.fits) as calls,
      coalesce(sum(k.seconds) filter (where k.fits), 0)::bigint as seconds,
      count(*) filter (where k.fits and k.buyer) as buyer, count(*) filter (where k.fits and k.offer) as offer,
      count(*) filter (where k.fits and (k.buyer or k.offer)) as either,
      coalesce(sum(k.revenue) filter (where k.fits and k.buyer), 0)::bigint as revenue,
      coalesce(sum(k.payout) filter (where k.fits and k.offer), 0)::bigint as payout
    from (
      select ${key} as key, ${otherKey} as other_key, (${allOf(conditions)}) as fits, greatest(${CONNECTED}, 0) as seconds,
        c.buyer_converted as buyer, c.offer_converted as offer, c.revenue_minor as revenue, c.payout_minor as payout
      from (${calls}) c
    ) k
    group by k.key, k.other_key`;
  const scanned = rows.reduce((total, row) => total + Number(row.scanned), 0);
  if (scanned > CALLS_A_SUMMARY)
    throw new Invalid({
      started_from: "A summary looks through 250,000 calls at most. Narrow started_from and started_until.",
    });
  return rows
    .filter((row) => row.calls > 0n)
    .map((row) => ({ key: row.key, otherKey: row.other_key, sums: sumsOf(row) }));
}

function sumsOf(row: Row): CallSums {
  return {
    calls: Number(row.calls),
    connectedSeconds: Number(row.seconds),
    buyerConverted: Number(row.buyer),
    offerConverted: Number(row.offer),
    eitherConverted: Number(row.either),
    revenueMinor: row.revenue,
    payoutMinor: row.payout,
  };
}

/** The names of parties by id. */
export async function readPartyNames(
  tx: SqlTx,
  kind: "offer" | "buyer" | "traffic_source",
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.$queryRaw<{ id: bigint; name: string }[]>`
    select b.id, b.name from buyer b where ${kind} = 'buyer' and b.company_id = ${tx.company} and b.id = any(${[...ids]}::bigint[])
    union all
    select o.id, o.name from offer o where ${kind} = 'offer' and o.company_id = ${tx.company} and o.id = any(${[...ids]}::bigint[])
    union all
    select t.id, t.name from traffic_source t
    where ${kind} = 'traffic_source' and t.company_id = ${tx.company} and t.id = any(${[...ids]}::bigint[])`;
  return new Map(rows.map(({ id, name }) => [Number(id), name]));
}
