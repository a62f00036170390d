import type { Cap } from "@/lib/domain/cap/cap";
import { type Terms, TermsBook } from "@/lib/domain/terms/terms";
import { type CapJson, capOf } from "../caps/cap-row";
import { erasedEventName } from "../erasure/erased-name";
import type { SqlTx } from "../in-company";

export type StatedEvent = { readonly callId: number; readonly mechanism: string; readonly eventId: string };

type Wanted = {
  readonly buyerIds: readonly number[];
  readonly sourceIds: readonly number[];
  readonly offerIds: readonly number[];
  readonly termsIds: readonly number[];
  readonly events: readonly StatedEvent[];
  /** Calls whose tokens are about to change. */
  readonly tokensOf: readonly number[];
};

/** What a batch of decisions needs to know beside the calls. */
export type BatchSurroundings = {
  readonly buyerAccounts: ReadonlyMap<number, number>;
  readonly sourceAccounts: ReadonlyMap<number, number>;
  readonly terms: TermsBook;
  readonly offerFollowsBuyer: (offerId: number, startedAt: Date) => boolean;
  /** Whether any settings of the offer or the buyer, ever, made later calls of a caller duplicates of earlier ones. */
  readonly looksForDuplicates: (offerId: number, buyerId: number | null) => boolean;
  /** What the buyer's systems may say, in force when the call started; null for no limits. */
  readonly limitsOf: (buyerId: number | null, startedAt: Date) => LimitsText | null;
  readonly received: ReadonlySet<string>;
  readonly tokens: ReadonlyMap<number, Readonly<Record<string, string>>>;
  /** Caps of these parties that count what stands converted. */
  readonly caps: readonly Cap[];
};

/** As the settings page keeps it; amounts as decimal texts. */
export type LimitsText = {
  readonly revenue: "accepted" | "bounded" | "ignored";
  readonly minimum: string | null;
  readonly maximum: string | null;
  readonly take_back_days: number | null;
};

export function eventKey(event: StatedEvent): string {
  return JSON.stringify([event.callId, event.mechanism, event.eventId]);
}

type Row = {
  buyers: { id: number; account: number }[];
  sources: { id: number; account: number }[];
  terms: TermsJson[];
  settings: { offer_id: number; valid_from: string; converts_with_buyer: boolean; duplicates: boolean }[];
  limits: { buyer_id: number; valid_from: string; limits: LimitsText | null; duplicates: boolean }[];
  events: { call_id: number; mechanism: string; event_id: string }[];
  tokens: { call_id: number; tokens: Record<string, string> }[];
  caps: CapJson[];
};

type TermsJson = {
  id: number;
  side: "buyer" | "offer";
  offer_id: number | null;
  buyer_id: number | null;
  traffic_source_id: number | null;
  valid_from: string;
  amount_minor: number | null;
  percent_basis_points: number | null;
  minimum_minor: number | null;
  maximum_minor: number | null;
  withdrawn: boolean;
};

/** One statement for everything, since each costs a round trip that all waiting requests pay. */
export async function readSurroundings(tx: SqlTx, wanted: Wanted): Promise<BatchSurroundings> {
  const events = wanted.events.map((event) => ({ ...event, erased: erasedEventName(tx.company, event.eventId) }));
  const [row] = await tx.$queryRaw<Row[]>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', buyer_id, 'account', id)), '[]') from account
        where company_id = ${tx.company} and buyer_id = any(${wanted.buyerIds}::bigint[])) as buyers,
      (select coalesce(jsonb_agg(jsonb_build_object('id', traffic_source_id, 'account', id)), '[]') from account
        where company_id = ${tx.company} and traffic_source_id = any(${wanted.sourceIds}::bigint[])) as sources,
      (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from terms t where t.company_id = ${tx.company} and (
        (t.side = 'buyer' and t.buyer_id = any(${wanted.buyerIds}::bigint[])
          and (t.offer_id is null or t.offer_id = any(${wanted.offerIds}::bigint[])))
        or (t.side = 'offer' and t.offer_id = any(${wanted.offerIds}::bigint[])
          and (t.traffic_source_id is null or t.traffic_source_id = any(${wanted.sourceIds}::bigint[])))
        or t.id = any(${wanted.termsIds}::bigint[]))) as terms,
      (select coalesce(jsonb_agg(jsonb_build_object('offer_id', offer_id, 'valid_from', valid_from,
          'converts_with_buyer', converts_with_buyer, 'duplicates', jsonb_path_exists(settings, '$.rules[*].duplicates.seconds'))
          order by valid_from desc, version desc), '[]') from rule_set
        where company_id = ${tx.company} and offer_id = any(${wanted.offerIds}::bigint[])) as settings,
      (select coalesce(jsonb_agg(jsonb_build_object('buyer_id', buyer_id, 'valid_from', valid_from,
          'limits', settings -> 'statements', 'duplicates', jsonb_path_exists(settings, '$.rules[*].duplicates.seconds'))
          order by valid_from desc, version desc), '[]') from rule_set
        where company_id = ${tx.company} and buyer_id = any(${wanted.buyerIds}::bigint[])) as limits,
      (select coalesce(jsonb_agg(to_jsonb(known)), '[]')
        from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as w("callId" bigint, mechanism text, "eventId" text, erased text)
        cross join lateral (
          select e.call_id, e.mechanism, w."eventId" as event_id from stated_event e
          where e.company_id = ${tx.company} and e.call_id = w."callId" and e.mechanism = w.mechanism
            and e.event_id = any(array[w."eventId", w.erased]) offset 0) known) as events,
      (select coalesce(jsonb_agg(to_jsonb(person)), '[]')
        from unnest(${wanted.tokensOf}::bigint[]) as w(id)
        cross join lateral (
          select p.call_id, p.tokens from call_person p
          where p.company_id = ${tx.company} and p.call_id = w.id offset 0) person) as tokens,
      (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from cap c
        where c.company_id = ${tx.company} and c.withdrawn_at is null and c.measure in ('conversions', 'revenue')
          and (c.buyer_id = any(${wanted.buyerIds}::bigint[])
            or c.traffic_source_id = any(${wanted.sourceIds}::bigint[]))) as caps`;
  if (!row) throw new Error("a select without from returned no row");
  const settings = new Map<number, Row["settings"]>();
  for (const each of row.settings) settings.set(each.offer_id, [...(settings.get(each.offer_id) ?? []), each]);
  return {
    buyerAccounts: new Map(row.buyers.map((each) => [each.id, each.account])),
    sourceAccounts: new Map(row.sources.map((each) => [each.id, each.account])),
    terms: new TermsBook(row.terms.map(terms)),
    offerFollowsBuyer: (offerId, startedAt) =>
      settings.get(offerId)?.find((each) => new Date(each.valid_from) <= startedAt)?.converts_with_buyer ?? false,
    looksForDuplicates: (offerId, buyerId) =>
      row.settings.some((each) => each.duplicates && each.offer_id === offerId) ||
      row.limits.some((each) => each.duplicates && each.buyer_id === buyerId),
    limitsOf: (buyerId, startedAt) =>
      row.limits.find((each) => each.buyer_id === buyerId && new Date(each.valid_from) <= startedAt)?.limits ?? null,
    received: new Set(
      row.events.map((each) => eventKey({ callId: each.call_id, mechanism: each.mechanism, eventId: each.event_id })),
    ),
    tokens: new Map(row.tokens.map((each) => [each.call_id, each.tokens])),
    caps: row.caps.map(capOf),
  };
}

function terms(row: TermsJson): Terms {
  return {
    id: row.id,
    side: row.side,
    offerId: row.offer_id,
    buyerId: row.buyer_id,
    trafficSourceId: row.traffic_source_id,
    validFrom: new Date(row.valid_from),
    amountMinor: minor(row.amount_minor),
    percentBasisPoints: row.percent_basis_points,
    minimumMinor: minor(row.minimum_minor),
    maximumMinor: minor(row.maximum_minor),
    withdrawn: row.withdrawn,
  };
}

function minor(amount: number | null): bigint | null {
  return amount === null ? null : BigInt(amount);
}
