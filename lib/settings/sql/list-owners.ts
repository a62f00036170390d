import type { PartyPage } from "@/lib/party/sql/party-page";
import { placeOf } from "@/lib/party/sql/party-rows";
import type { Tx } from "@/lib/platform/sql/in-company";

export type OwnerRow = {
  readonly id: number;
  readonly name: string;
  readonly archivedAt: Date | null;
  readonly settings: unknown;
  readonly convertsWithBuyer: boolean;
  /** The buyer has a webhook that is not paused. */
  readonly hasAddress: boolean;
  /** The default price or payout in force; null for none. */
  readonly amountMinor: bigint | null;
  readonly percentBasisPoints: number | null;
};

type Row = {
  id: bigint;
  name: string;
  archived_at: Date | null;
  settings: unknown;
  converts_with_buyer: boolean | null;
  has_address: boolean;
  amount_minor: bigint | null;
  percent_basis_points: number | null;
};

export type OwnersPage = PartyPage & { readonly at: Date };

/** Buyers of a page, with their newest settings and default price. */
export async function listBuyerRows(tx: Tx, page: OwnersPage): Promise<OwnerRow[]> {
  const place = await placeOf(tx, "buyer", page);
  const rows = await tx.$queryRaw<Row[]>`
    select o.id, o.name, o.archived_at, r.settings, r.converts_with_buyer, t.amount_minor, t.percent_basis_points,
      exists (
        select from webhook_endpoint w where w.company_id = ${tx.company} and w.buyer_id = o.id
          and w.provider = 'buyer' and w.paused_at is null
      ) as has_address
    from buyer o
    left join lateral (
      select settings, converts_with_buyer from rule_set
      where rule_set.company_id = ${tx.company} and rule_set.buyer_id = o.id order by version desc limit 1
    ) r on true
    left join lateral (
      select * from terms where terms.company_id = ${tx.company} and terms.side = 'buyer' and terms.buyer_id = o.id
        and terms.offer_id is null and terms.valid_from <= ${page.at} order by valid_from desc limit 1
    ) t on not t.withdrawn
    where o.company_id = ${tx.company} and ${place}`;
  return rows.map(ownerRow);
}

/** Offers of a page, with their newest settings and default payout. */
export async function listOfferRows(tx: Tx, page: OwnersPage): Promise<OwnerRow[]> {
  const place = await placeOf(tx, "offer", page);
  const rows = await tx.$queryRaw<Row[]>`
    select o.id, o.name, o.archived_at, r.settings, r.converts_with_buyer, t.amount_minor, t.percent_basis_points, false as has_address
    from offer o
    left join lateral (
      select settings, converts_with_buyer from rule_set
      where rule_set.company_id = ${tx.company} and rule_set.offer_id = o.id order by version desc limit 1
    ) r on true
    left join lateral (
      select * from terms where terms.company_id = ${tx.company} and terms.side = 'offer' and terms.offer_id = o.id
        and terms.traffic_source_id is null and terms.valid_from <= ${page.at} order by valid_from desc limit 1
    ) t on not t.withdrawn
    where o.company_id = ${tx.company} and ${place}`;
  return rows.map(ownerRow);
}

function ownerRow(row: Row): OwnerRow {
  return {
    id: Number(row.id),
    name: row.name,
    archivedAt: row.archived_at,
    settings: row.settings ?? {},
    convertsWithBuyer: row.converts_with_buyer ?? false,
    hasAddress: row.has_address,
    amountMinor: row.amount_minor,
    percentBasisPoints: row.percent_basis_points,
  };
}
