import type { Context } from "@/lib/access/context";
import { type Area, may } from "@/lib/access/domain/access";
import { permitOnCalls } from "@/lib/access/permit";
import { formatMoney } from "@/lib/base/money";
import type {
  CallSummary,
  CallSummaryQuery,
  CallSumsOfGroup,
  CallSums as Presented,
} from "@/lib/call/contract/call-summary";
import { addSums, type CallGroup, type CallSums, NO_CALLS, sumsByMechanism } from "@/lib/call/domain/call-sums";
import { sumsByTime } from "@/lib/call/domain/sums-by-time";
import { permitTokens, readCallFilter } from "@/lib/call/read-call-filter";
import { readPartyNames, type SummedGroup, sumCalls } from "@/lib/call/sql/sum-calls";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";

/** What grouping by something reveals. */
const READS: Readonly<Partial<Record<CallGroup, readonly Area[]>>> = {
  traffic_source: ["call.details"],
  mechanism: ["call.buyer_converted", "call.offer_converted"],
};

/**
 * Counts and sums of the calls of a filter, as far as the actor may read them. Throws `Forbidden`, and `Invalid` for a
 * filter that would look through too many calls.
 */
export async function summarizeCalls(ctx: Context, query: CallSummaryQuery): Promise<Omit<CallSummary, "status">> {
  permitOnCalls(ctx.actor, "read", "calls");
  const { group_by = null, ...filters } = query;
  for (const area of (group_by && READS[group_by]) ?? []) permitOnCalls(ctx.actor, "read", area);
  const filter = readCallFilter(ctx, filters);
  return readInCompanySql(ctx.company.id, async (tx) => {
    await permitTokens(tx, ctx, filter);
    const groups = await sumCalls(tx, filter, group_by);
    const totals = groups.reduce((all, { sums }) => addSums(all, sums), NO_CALLS);
    return {
      currency: ctx.company.currency,
      totals: presentSums(ctx, totals),
      ...(group_by && { groups: await presentGroups(tx, ctx, group_by, groups) }),
    };
  });
}

async function presentGroups(
  tx: SqlTx,
  ctx: Context,
  group: CallGroup,
  groups: readonly SummedGroup[],
): Promise<CallSumsOfGroup[]> {
  if (group === "mechanism") {
    const pairs = groups.map(({ key, otherKey, sums }) => ({ buyer: key, offer: otherKey, sums }));
    return mostCallsFirst([...sumsByMechanism(pairs)]).map(([mechanism, sums]) => ({
      mechanism,
      ...presentSums(ctx, sums),
    }));
  }
  const keyed = groups.map(({ key, sums }) => [key, sums] as const);
  if (group === "day" || group === "hour")
    return [...sumsByTime(keyed, group, ctx.company.timeZone)].map(([key, sums]) => ({
      [group]: key,
      ...presentSums(ctx, sums),
    }));
  const ids = keyed.flatMap(([key]) => (key === null ? [] : [Number(key)]));
  const names = await readPartyNames(tx, group, ids);
  return mostCallsFirst(keyed).map(([key, sums]) => ({
    [group]: key === null ? null : { id: Number(key), name: names.get(Number(key)) ?? "" },
    ...presentSums(ctx, sums),
  }));
}

function mostCallsFirst<Key extends string | null>(groups: readonly (readonly [Key, CallSums])[]) {
  return groups.toSorted(
    ([oneKey, one], [otherKey, other]) => other.calls - one.calls || compareKeys(oneKey, otherKey),
  );
}

function compareKeys(one: string | null, other: string | null): number {
  return (one ?? "") < (other ?? "") ? -1 : 1;
}

function presentSums({ actor, company }: Context, sums: CallSums): Presented {
  const reads = (...areas: Area[]) => areas.every((area) => may(actor.access, "read", area));
  const [buyer, offer] = [reads("call.buyer_converted"), reads("call.offer_converted")];
  return {
    calls: sums.calls,
    connected_seconds: sums.connectedSeconds,
    ...(buyer && { buyer_converted: sums.buyerConverted }),
    ...(offer && { offer_converted: sums.offerConverted }),
    ...(buyer && offer && { either_converted: sums.eitherConverted }),
    ...(reads("call.revenue") && { revenue: formatMoney(sums.revenueMinor, company.decimals) }),
    ...(reads("call.payout") && { payout: formatMoney(sums.payoutMinor, company.decimals) }),
  };
}
