import { parseMoney } from "@/lib/base/money";
import type { Company } from "@/lib/company/domain/company";
import { archivedText } from "@/lib/party/domain/archived-text";
import { findExistingParties } from "@/lib/party/sql/find-existing-parties";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { Rule } from "./contract/rule";
import type { BuyerSettingsUpdate, OfferSettingsUpdate } from "./contract/settings-version";
import { weightErrors } from "./weight-errors";

type Errors = Record<string, string>;
type Scope = { readonly offerId: number | null; readonly trafficSourceId: number | null };

type SettingsBefore = { readonly lastRuleId: number; readonly inForce: readonly Scope[] };

/** Errors that the schema cannot find: patterns, rule ids, amounts of the currency, parties of the company. */
export async function settingsErrors(
  tx: Tx,
  company: Company,
  update: BuyerSettingsUpdate | OfferSettingsUpdate,
  { lastRuleId, terms, inForce }: SettingsBefore & { readonly terms: readonly Scope[] },
): Promise<Errors> {
  const errors: Errors = weightErrors(update.settings);
  const { rules } = update.settings;
  for (const [place, rule] of rules.entries()) {
    const at = `settings.rules.${place}`;
    if (rule.id !== null && (rule.id > lastRuleId || rules.findIndex(({ id }) => id === rule.id) !== place)) {
      errors[`${at}.id`] = "Leave out the ID of a new rule. Each existing rule keeps its ID.";
    }
    amountErrors(rule, at, company, errors);
  }
  moneyErrors(update, company, errors);
  await scopeErrors(tx, update, { terms, inForce }, errors);
  return errors;
}

function amountErrors({ amount }: Rule, at: string, company: Company, errors: Errors): void {
  if (amount === null) return;
  const texts: [string, string][] =
    amount.kind === "fixed"
      ? [["amount", amount.amount]]
      : [
          ["minimum", amount.minimum],
          ["maximum", amount.maximum],
        ];
  for (const [field, text] of texts) moneyError(`${at}.amount.${field}`, text, company, errors);
}

function moneyErrors(update: BuyerSettingsUpdate | OfferSettingsUpdate, company: Company, errors: Errors): void {
  const named = "payouts" in update ? { payouts: update.payouts } : "prices" in update ? { prices: update.prices } : {};
  for (const [list, rows] of Object.entries(named)) {
    for (const [place, row] of (rows ?? []).entries()) {
      for (const field of ["amount", "minimum", "maximum"] as const) {
        const text = (row as Partial<Record<typeof field, string | null>>)[field];
        if (text != null) moneyError(`${list}.${place}.${field}`, text, company, errors);
      }
    }
  }
  const { settings } = update;
  if (!("statements" in settings)) return;
  const { revenue, minimum, maximum } = settings.statements;
  if (minimum !== null) moneyError("settings.statements.minimum", minimum, company, errors);
  if (maximum !== null) moneyError("settings.statements.maximum", maximum, company, errors);
  if (revenue === "bounded" && minimum === null && maximum === null) {
    errors["settings.statements.maximum"] = "Enter a minimum or a maximum, or accept any amount.";
  }
}

function moneyError(field: string, text: string, { currency, decimals }: Company, errors: Errors): void {
  if (parseMoney(text, decimals) !== null) return;
  errors[field] =
    decimals === 0
      ? `${currency} has no decimals. Enter a whole amount such as 10.`
      : `${currency} has ${decimals} decimals. Enter an amount such as 10.${"5".padEnd(decimals, "0")}.`;
}

async function scopeErrors(
  tx: Tx,
  update: BuyerSettingsUpdate | OfferSettingsUpdate,
  { terms, inForce }: { readonly terms: readonly Scope[]; readonly inForce: readonly Scope[] },
  errors: Errors,
): Promise<void> {
  const existing = await findExistingParties(tx, {
    offerIds: terms.flatMap(({ offerId }) => offerId ?? []),
    trafficSourceIds: terms.flatMap(({ trafficSourceId }) => trafficSourceId ?? []),
    buyerIds: [],
  });
  const scopes =
    "payouts" in update
      ? (update.payouts ?? []).map((row) => ({
          id: row.traffic_source_id,
          field: "traffic_source_id",
          list: "payouts",
        }))
      : (("prices" in update && update.prices) || []).map((row) => ({
          id: row.offer_id,
          field: "offer_id",
          list: "prices",
        }));
  for (const [place, { id, field, list }] of scopes.entries()) {
    const at = `${list}.${place}.${field}`;
    const isOffer = field === "offer_id";
    const [ofCompany, archived] = isOffer
      ? [existing.offers, existing.archived.offers]
      : [existing.trafficSources, existing.archived.trafficSources];
    const isKept = inForce.some(({ offerId, trafficSourceId }) => id === (isOffer ? offerId : trafficSourceId));
    if (id !== null && !ofCompany.has(id)) errors[at] = `ID ${id} doesn’t exist in this company. Choose another one.`;
    if (id !== null && !isKept && archived.has(id)) {
      errors[at] = archivedText(isOffer ? "offer" : "traffic source", id);
    }
    if (scopes.findIndex((other) => other.id === id) !== place) errors[at] = "Listed twice. Keep one.";
  }
}
