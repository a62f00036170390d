import fc from "fast-check";
import type { Call } from "@/lib/call/contract/call";
import { CallListQuery } from "@/lib/call/contract/call-list";
import type { GivenContext } from "../factories/given-company";

/** Filters as a client writes them; `zip` stands for `tokens[zip]`. */
export type SomeFilters = Readonly<Record<string, string>>;

export function parseFilters({ zip, ...query }: SomeFilters): CallListQuery {
  return CallListQuery.parse({ ...query, ...(zip && { tokens: { zip } }) });
}

/** What each filter means, from the call as it is shown. */
const MEANS: Record<string, (call: Call, value: string) => boolean> = {
  buyer_id: ({ buyer }, id) => buyer?.id === Number(id),
  traffic_source_id: ({ traffic_source }, id) => traffic_source?.id === Number(id),
  offer_id: ({ offer }, id) => offer.id === Number(id),
  external_id: ({ external_id }, id) => external_id === id,
  started_from: ({ started_at }, time) => started_at >= time,
  started_until: ({ started_at }, time) => started_at < time,
  buyer_converted: ({ buyer_converted }, is) => String(buyer_converted) === is,
  offer_converted: ({ offer_converted }, is) => String(offer_converted) === is,
  either_converted: (call, is) => String(call.buyer_converted || call.offer_converted) === is,
  mechanism: (call, name) => [call.buyer_decision, call.offer_decision].some((side) => side?.mechanism === name),
  state: ({ duration_seconds }, state) => (duration_seconds === null) === (state === "in_progress"),
  connected_min: ({ connected_seconds }, least) => (connected_seconds ?? -1) >= Number(least),
  connected_max: ({ connected_seconds }, most) => connected_seconds !== null && connected_seconds <= Number(most),
  revenue_min: ({ revenue }, least) => Number(revenue) >= Number(least),
  revenue_max: ({ revenue }, most) => Number(revenue) <= Number(most),
  zip: ({ tokens }, zip) => tokens?.zip === zip,
  q: (call, q) =>
    call.caller?.endsWith(q) ||
    call.caller?.startsWith(`+${q}`) ||
    [call.offer, call.buyer, call.traffic_source].some((party) =>
      party?.name.toLowerCase().includes(q.toLowerCase()),
    ) ||
    false,
};

const VALUE: Record<string, (call: Call) => number> = {
  started_at: ({ started_at }) => Date.parse(started_at),
  connected_seconds: ({ connected_seconds }) => connected_seconds ?? -1,
  revenue: ({ revenue }) => Number(revenue),
  payout: ({ payout }) => Number(payout),
};

/** The calls that these filters mean. */
export function meant(calls: readonly Call[], filters: SomeFilters): Call[] {
  return calls.filter((call) => Object.entries(filters).every(([name, wanted]) => MEANS[name]?.(call, wanted)));
}

export const SORTED_BY = Object.keys(VALUE);

/** Sorted by a field, or with `-` the other way round. */
export function inOrderOf(sort: string, calls: readonly Call[]): Call[] {
  const value = VALUE[sort.replace("-", "")] ?? (() => 0);
  const direction = sort.startsWith("-") ? -1 : 1;
  return calls.toSorted((one, other) => direction * (value(one) - value(other) || one.id - other.id));
}

/** Up to four filters. */
export function someFilters(ctx: GivenContext): fc.Arbitrary<SomeFilters> {
  const bool = fc.constantFrom("true", "false");
  const seconds = fc.integer({ min: 0, max: 300 }).map(String);
  const time = fc
    .integer({ min: 0, max: 80 })
    .map((steps) => new Date(Date.UTC(2026, 10, 22) + steps * 1_800_000).toISOString());
  const filter: Record<string, fc.Arbitrary<string>> = {
    buyer_id: fc.constantFrom(ctx.buyer.id, ctx.otherBuyer.id, 999).map(String),
    traffic_source_id: fc.constantFrom(ctx.trafficSource.id, ctx.otherTrafficSource.id).map(String),
    offer_id: fc.constantFrom(ctx.offer.id, 999).map(String),
    external_id: fc.constantFrom("ext-3", "ext-12", "ext"),
    started_from: time,
    started_until: time,
    buyer_converted: bool,
    offer_converted: bool,
    either_converted: bool,
    mechanism: fc.constantFrom("import", "duration", "webhook"),
    state: fc.constantFrom("in_progress", "finished"),
    connected_min: seconds,
    connected_max: seconds,
    revenue_min: seconds,
    revenue_max: seconds,
    zip: fc.constantFrom("80200", "80203", "none"),
    q: fc.constantFrom("1007", "1303555", "cedar", "o", "maple", "nobody"),
  };
  return fc
    .subarray(Object.keys(filter), { maxLength: 4 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, filter[name] ?? fc.constant("")]))));
}
