import type { CallState, Side } from "@/lib/call/domain/call-state";
import type { PricingTokens } from "@/lib/call/domain/pricing-tokens";
import { type PricingTokensJson, pricingTokens, pricingTokensJson } from "@/lib/call/sql/pricing-tokens";
import type { Cap } from "@/lib/cap/domain/cap";
import { type CapJson, capOf } from "@/lib/cap/sql/cap-row";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { SettingsHeader } from "@/lib/settings/domain/settings-header";
import { type Terms, TermsBook } from "@/lib/terms/domain/terms";
import { proposalKey } from "../domain/context";
import type { Proposal } from "../domain/inbox-item";

/** Owners whose accounts, terms, settings, proposals and caps are read. */
export type WantedOfBatch = {
  readonly buyerIds: readonly number[];
  readonly sourceIds: readonly number[];
  readonly offerIds: readonly number[];
  readonly termsIds: readonly number[];
  readonly callIds: readonly number[];
};

export type ReadBatch = {
  readonly buyerAccounts: ReadonlyMap<number, number>;
  readonly sourceAccounts: ReadonlyMap<number, number>;
  readonly terms: TermsBook;
  readonly settings: readonly SettingsHeader[];
  readonly pricingTokens: PricingTokens;
  readonly proposed: ReadonlySet<string>;
  /** Caps of these parties that count standing conversions. */
  readonly caps: readonly Cap[];
};

type Row = {
  buyers: { id: number; account: number }[];
  sources: { id: number; account: number }[];
  terms: TermsJson[];
  settings: {
    id: number;
    buyer_id: number | null;
    offer_id: number | null;
    version: number;
    valid_from: string;
    follows: boolean;
    seconds: number;
  }[];
  pricing: PricingTokensJson;
  proposed: { call_id: number; side: Side; reason: Proposal }[];
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

/** One statement for everything: every waiting request pays for each round trip. */
export async function readBatch(tx: SqlTx, wanted: WantedOfBatch): Promise<ReadBatch> {
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
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'buyer_id', buyer_id, 'offer_id', offer_id,
          'version', version, 'valid_from', valid_from, 'follows', converts_with_buyer,
          'seconds', duplicate_window_seconds)), '[]')
        from rule_set
        where company_id = ${tx.company} and (offer_id = any(${wanted.offerIds}::bigint[])
          or buyer_id = any(${wanted.buyerIds}::bigint[]))) as settings,
      ${pricingTokensJson(tx)} as pricing,
      (select coalesce(jsonb_agg(to_jsonb(open)), '[]')
        from unnest(${wanted.callIds}::bigint[]) as w(id)
        cross join lateral (
          select i.call_id, i.side, i.reason from inbox i
          where i.company_id = ${tx.company} and i.call_id = w.id and i.resolved_at is null
            and i.reason in ('would_revert', 'duplicate_freed', 'cap_freed') offset 0) open) as proposed,
      (select coalesce(jsonb_agg(to_jsonb(c) order by c.id), '[]') from cap c
        where c.company_id = ${tx.company} and c.withdrawn_at is null and c.measure in ('conversions', 'revenue')
          and (c.buyer_id = any(${wanted.buyerIds}::bigint[])
            or c.traffic_source_id = any(${wanted.sourceIds}::bigint[]))) as caps`;
  if (!row) throw new Error("a select without a from clause returned no row");
  return {
    buyerAccounts: new Map(row.buyers.map((buyer) => [buyer.id, buyer.account])),
    sourceAccounts: new Map(row.sources.map((source) => [source.id, source.account])),
    terms: new TermsBook(row.terms.map(terms)),
    settings: row.settings.map((setting) => ({
      id: setting.id,
      side: setting.buyer_id === null ? "offer" : "buyer",
      ownerId: setting.buyer_id ?? setting.offer_id ?? 0,
      version: setting.version,
      validFrom: new Date(setting.valid_from),
      followsBuyer: setting.follows,
      duplicateWindowSeconds: setting.seconds,
    })),
    pricingTokens: pricingTokens(row.pricing),
    proposed: new Set(row.proposed.map((proposal) => proposalKey(proposal.call_id, proposal.side, proposal.reason))),
    caps: row.caps.map(capOf),
  };
}

/** The distinct party ids of these calls. */
export function idsOf(states: readonly CallState[]) {
  return {
    buyerIds: distinct(states.map(({ buyer }) => buyer.partyId)),
    sourceIds: distinct(states.map(({ offer }) => offer.partyId)),
    offerIds: distinct(states.map(({ offerId }) => offerId)),
    termsIds: distinct(states.map(({ payoutTermsId }) => payoutTermsId)),
    callIds: states.map(({ id }) => id),
  };
}

export function distinct(ids: readonly (number | null | undefined)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))];
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
