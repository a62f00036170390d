import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { formatMoney } from "@/lib/base/money";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { ConversionSettings } from "./contract/conversion-settings";
import { type ActiveMechanism, SETTINGS_MECHANISMS, type SettingsMechanism } from "./domain/active-mechanism";
import { storedSettings } from "./settings-versions";
import { listBuyerRows, listOfferRows, type OwnerRow } from "./sql/list-owners";

type OwnerSummary = {
  readonly id: number;
  readonly name: string;
  /** False while all automatic mechanisms are paused. */
  readonly active: boolean;
  readonly mechanisms: readonly ActiveMechanism[];
  readonly rules: number;
  /** The default price or payout: an amount such as 10.00 or a share such as 60 %; null for none. */
  readonly price: string | null;
};

type Page = { readonly search?: string; readonly cursor?: string | undefined };
type Owners = { readonly owners: OwnerSummary[]; readonly nextCursor: string | null };

const PAGE = 50;

/** Buyers by name, with their active mechanisms. Throws `Forbidden`. */
export function listBuyers(ctx: Context, page: Page): Promise<Owners> {
  return list(ctx, "buyer", page);
}

/** Offers by name, with their active mechanisms. Throws `Forbidden`. */
export function listOffers(ctx: Context, page: Page): Promise<Owners> {
  return list(ctx, "offer", page);
}

async function list(ctx: Context, side: "buyer" | "offer", { search = "", cursor }: Page): Promise<Owners> {
  permit(ctx.actor, "read", "settings");
  const page = { search: search.replaceAll("\0", "").trim(), after: afterOf(cursor), limit: PAGE + 1, at: ctx.now() };
  const read = side === "buyer" ? listBuyerRows : listOfferRows;
  const rows = await readInCompany(ctx.company.id, (tx) => read(tx, page));
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    owners: shown.map((row) => summary(row, side, ctx.company.decimals)),
    nextCursor: rows.length > PAGE && last ? cursorOf(last) : null,
  };
}

function summary(row: OwnerRow, side: "buyer" | "offer", decimals: number): OwnerSummary {
  const settings = storedSettings(row, side);
  const rules = settings.rules.filter(({ enabled }) => enabled).length;
  return {
    id: row.id,
    name: row.name,
    active: settings.active,
    mechanisms: activeMechanisms(settings, row.hasAddress),
    rules,
    price: priceText(row, decimals),
  };
}

function activeMechanisms(settings: ConversionSettings, hasAddress: boolean): ActiveMechanism[] {
  const isOn = {
    rule: settings.rules.some(({ enabled }) => enabled),
    duration: settings.duration.enabled,
    voice_agent: settings.voice_agent.enabled,
    dialled: settings.converts_when_dialled,
  } satisfies Record<SettingsMechanism, boolean>;
  return [
    ...SETTINGS_MECHANISMS.filter((mechanism) => settings.active && isOn[mechanism]),
    ...(hasAddress && "webhook" in settings && settings.webhook.enabled ? (["webhook"] as const) : []),
    ...("converts_with_buyer" in settings && settings.converts_with_buyer ? (["follows_buyer"] as const) : []),
  ];
}

function priceText({ amountMinor, percentBasisPoints }: OwnerRow, decimals: number): string | null {
  if (percentBasisPoints !== null) return `${percentBasisPoints / 100} %`;
  return amountMinor === null ? null : formatMoney(amountMinor, decimals);
}

function cursorOf({ name, id }: { name: string; id: number }): string {
  return Buffer.from(JSON.stringify([name.toLowerCase(), id])).toString("base64url");
}

/** An invalid cursor starts at the first page. */
function afterOf(cursor: string | undefined): { name: string; id: number } | null {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor ?? "", "base64url").toString("utf8"));
    return typeof name === "string" && !name.includes("\0") && Number.isSafeInteger(id) ? { name, id } : null;
  } catch {
    return null;
  }
}
