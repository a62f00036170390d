import { BuyerSettings, type ConversionSettings, OfferSettings } from "@/lib/contracts/conversion-settings";
import { readSettings, type SettingsVersion } from "@/lib/db/evaluation/read-settings";
import type { SqlTx } from "@/lib/db/in-company";
import type { Company } from "@/lib/domain/company/company";
import type { Side } from "@/lib/domain/call/call-state";
import type { Mechanisms } from "@/lib/domain/evaluation/evaluate";
import { mechanismsOf } from "./mechanisms-of";

export type JudgedBy = {
  readonly version: number;
  readonly settings: ConversionSettings;
  readonly mechanisms: Mechanisms;
};

const VERSIONS_KEPT = 2_000;

/** A version never changes, so what was read once stays right. */
const known = new Map<string, JudgedBy>();

export async function settingsVersions(
  tx: SqlTx,
  company: Company,
  wanted: readonly { readonly id: number; readonly side: Side }[],
): Promise<ReadonlyMap<number, JudgedBy>> {
  const key = (id: number) => `${company.id} ${id}`;
  const sides = new Map(wanted.map(({ id, side }) => [id, side]));
  const missing = [...sides.keys()].filter((id) => !known.has(key(id)));
  if (known.size + missing.length > VERSIONS_KEPT) known.clear();
  const read = [...sides.keys()].filter((id) => !known.has(key(id)));
  for (const row of await readSettings(tx, read)) {
    known.set(key(row.id), judgedBy(row, sides.get(row.id) ?? "buyer", company.decimals));
  }
  return new Map(
    [...sides.keys()].flatMap((id) => {
      const found = known.get(key(id));
      return found ? [[id, found] as const] : [];
    }),
  );
}

function judgedBy(row: SettingsVersion, side: Side, decimals: number): JudgedBy {
  const settings = storedSettings(row, side);
  return { version: row.version, settings, mechanisms: mechanismsOf(settings, decimals) };
}

/** The document of a version as it was saved; what it lacks takes the default. */
export function storedSettings(row: Pick<SettingsVersion, "settings" | "convertsWithBuyer">, side: Side) {
  const document = row.settings as object;
  return side === "buyer"
    ? BuyerSettings.parse(document)
    : OfferSettings.parse({ ...document, converts_with_buyer: row.convertsWithBuyer });
}
