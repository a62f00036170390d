import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { formatMoney } from "@/lib/base/money";
import type { PartyListQuery } from "@/lib/party/contract";
import { listParties } from "@/lib/party/list-parties";
import { parsePartyCursor } from "@/lib/party/party-cursor";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { ConversionSettings } from "./contract/conversion-settings";
import { type ActiveMechanism, SETTINGS_MECHANISMS, type SettingsMechanism } from "./domain/active-mechanism";
import { maySeeAmounts } from "./domain/may-see-amounts";
import { storedSettings } from "./settings-versions";
import { listBuyerRows, listOfferRows, type OwnerRow } from "./sql/list-owners";

type OwnerSummary = {
  readonly id: number;
  readonly name: string;
  readonly archivedAt: string | null;
  readonly conversion: {
    /** False while all automatic mechanisms are paused. */
    readonly active: boolean;
    readonly mechanisms: readonly ActiveMechanism[];
    readonly rules: number;
  };
  /** The default price or payout: 10.00 or 60 %; null for none. Absent without the permission of the amount. */
  readonly price?: string | null;
};

type Page = Pick<PartyListQuery, "state" | "sort" | "cursor"> & { readonly search?: string };
type Owners = { readonly parties: OwnerSummary[]; readonly nextCursor: string | null };

const PAGE = 50;

/** Active buyers by name, unless asked otherwise, with their mechanisms. Throws `Forbidden`, or `Invalid` for a wrong cursor. */
export function listBuyers(ctx: Context, page: Page): Promise<Owners> {
  return list(ctx, "buyer", page);
}

/** Active offers by name, unless asked otherwise, with their mechanisms. Throws `Forbidden`, or `Invalid` for a wrong cursor. */
export function listOffers(ctx: Context, page: Page): Promise<Owners> {
  return list(ctx, "offer", page);
}

/** Active traffic sources by name, unless asked otherwise. They have no settings. Throws `Forbidden`, or `Invalid` for a wrong cursor. */
export async function listTrafficSources(ctx: Context, { search = "", ...page }: Page) {
  permit(ctx.actor, "read", "settings");
  const { parties, next_cursor } = await listParties(ctx, "traffic_source", { ...page, q: search, per_page: PAGE });
  return {
    parties: parties.map(({ id, name, archived_at }) => ({ id, name, archivedAt: archived_at })),
    nextCursor: next_cursor,
  };
}

async function list(
  ctx: Context,
  side: "buyer" | "offer",
  { search = "", state = "active", sort = "name", cursor }: Page,
): Promise<Owners> {
  permit(ctx.actor, "read", "settings");
  const after = parsePartyCursor(cursor);
  const page = { search: search.replaceAll("\0", "").trim(), state, sort, after, limit: PAGE + 1, at: ctx.now() };
  const read = side === "buyer" ? listBuyerRows : listOfferRows;
  const rows = await readInCompany(ctx.company.id, (tx) => read(tx, page));
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    parties: shown.map((row) => summary(row, side, ctx)),
    nextCursor: rows.length > PAGE && last ? String(last.id) : null,
  };
}

function summary(row: OwnerRow, side: "buyer" | "offer", { actor, company }: Context): OwnerSummary {
  const settings = storedSettings(row, side);
  const rules = settings.rules.filter(({ enabled }) => enabled).length;
  return {
    id: row.id,
    name: row.name,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    conversion: { active: settings.active, mechanisms: activeMechanisms(settings, row.hasAddress), rules },
    ...(maySeeAmounts(actor.access, side) && { price: priceText(row, company.decimals) }),
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
