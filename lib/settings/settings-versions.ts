import { parseMoney } from "@/lib/base/money";
import type { Side } from "@/lib/call/domain/call-state";
import type { Company } from "@/lib/company/domain/company";
import type { Mechanisms } from "@/lib/evaluation/domain/evaluate";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { BuyerSettings, type ConversionSettings, OfferSettings } from "./contract/conversion-settings";
import type { SettingsVersion } from "./domain/settings-book";
import type { SettingsHeader } from "./domain/settings-header";
import type { UpdateLimits } from "./domain/update-limits";
import { mechanismsOf } from "./mechanisms-of";
import { readSettings, type StoredSettings } from "./sql/read-settings";

type Document = {
  readonly mechanisms: Mechanisms;
  readonly limits: UpdateLimits | null;
  readonly webhookEnabled: boolean;
};

const VERSIONS_KEPT = 2_000;

/** Versions never change, so cached documents never expire. */
const cache = new Map<string, Document>();

/** These versions with their documents. */
export async function settingsVersions(
  tx: SqlTx,
  company: Company,
  headers: readonly SettingsHeader[],
): Promise<SettingsVersion[]> {
  const key = (id: number) => `${company.id} ${id}`;
  const missing = headers.filter(({ id }) => !cache.has(key(id)));
  if (cache.size + missing.length > VERSIONS_KEPT) cache.clear();
  const sides = new Map(headers.map(({ id, side }) => [id, side]));
  const unread = headers.filter(({ id }) => !cache.has(key(id))).map(({ id }) => id);
  for (const row of await readSettings(tx, unread)) {
    cache.set(key(row.id), documentOf(row, sides.get(row.id) ?? "buyer", company.decimals));
  }
  return headers.flatMap((header) => {
    const document = cache.get(key(header.id));
    return document ? [{ ...header, ruleSetId: header.id, ...document }] : [];
  });
}

function documentOf(row: StoredSettings, side: Side, decimals: number): Document {
  const settings = storedSettings(row, side);
  const buyers = "statements" in settings ? settings : null;
  return {
    mechanisms: mechanismsOf(settings, decimals),
    limits: buyers?.statements ? limitsOf(buyers.statements, decimals) : null,
    webhookEnabled: buyers?.webhook?.enabled !== false,
  };
}

function limitsOf(limits: NonNullable<BuyerSettings["statements"]>, decimals: number): UpdateLimits {
  const minor = (text: string | null) => (text === null ? null : parseMoney(text, decimals));
  return {
    revenue: limits.revenue,
    minimumMinor: minor(limits.minimum),
    maximumMinor: minor(limits.maximum),
    takeBackDays: limits.take_back_days,
  };
}

/** The saved document of a version; missing fields take their defaults. */
export function storedSettings(
  row: Pick<StoredSettings, "settings" | "convertsWithBuyer">,
  side: Side,
): ConversionSettings {
  const document = row.settings as object;
  return side === "buyer"
    ? BuyerSettings.parse(document)
    : OfferSettings.parse({ ...document, converts_with_buyer: row.convertsWithBuyer });
}
