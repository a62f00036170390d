import type { Context } from "@/lib/access/context";
import { type Area, may } from "@/lib/access/domain/access";
import { formatMoney } from "@/lib/base/money";
import type { FedChange } from "./contract/feed";
import type { FedField, FeedRow } from "./sql/read-feed";

const TYPE = {
  created: "call.created",
  updated: "call.updated",
  changed: "conversion.changed",
  erased: "call.erased",
} as const satisfies Record<FeedRow["kind"], string>;

/** The permission to read each field. */
const AREA: Readonly<Record<FedField, Area>> = {
  buyer_converted: "call.buyer_converted",
  buyer_decided: "call.buyer_converted",
  buyer_locked: "call.buyer_converted",
  buyer_id: "calls",
  revenue: "call.revenue",
  offer_converted: "call.offer_converted",
  offer_decided: "call.offer_converted",
  offer_locked: "call.offer_converted",
  traffic_source_id: "call.details",
  payout: "call.payout",
};
const AMOUNTS: ReadonlySet<FedField> = new Set(["revenue", "payout"]);

/** Rows of the feed, as far as the actor may read them: of each change only what it changed. */
export function presentFedChanges({ actor, company }: Context, rows: readonly FeedRow[]): FedChange[] {
  const fields = (Object.keys(AREA) as FedField[])
    .filter((field) => may(actor.access, "read", AREA[field]))
    .map((field) => ({ field, from: `${field}_from`, to: `${field}_to`, isAmount: AMOUNTS.has(field) }) as const);
  return rows.map((row) => {
    const [call_id, changed_at] = [Number(row.call_id), row.changed_at.toISOString()];
    if (row.kind !== "changed") return { type: TYPE[row.kind], call_id, changed_at };
    const moved: Record<string, object> = {};
    for (const { field, from, to, isAmount } of fields) {
      if (row[from] === row[to]) continue;
      const decimals = isAmount ? company.decimals : null;
      moved[field] = { from: shown(row[from], decimals), to: shown(row[to], decimals) };
    }
    const { version, mechanism } = row;
    const occurred_at = row.occurred_at?.toISOString() ?? null;
    return { type: TYPE.changed, call_id, changed_at, version, occurred_at, mechanism: mechanism ?? "", ...moved };
  });
}

/** An amount has the decimals of the currency. */
function shown(value: FeedRow["revenue_from"], decimals: number | null) {
  if (typeof value !== "bigint") return value;
  return decimals === null ? Number(value) : formatMoney(value, decimals);
}
