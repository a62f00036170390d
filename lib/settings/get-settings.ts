import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { findOwnerName, type Owner } from "@/lib/party/sql/lock-owner";
import { readInCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { Terms } from "@/lib/terms/domain/terms";
import { termsOfOwner } from "@/lib/terms/sql/terms-of-owner";
import { BuyerSettings, OfferSettings } from "./contract/conversion-settings";
import type { BuyerSettingsAnswer, OfferSettingsAnswer } from "./contract/settings-version";
import { maySeeAmounts } from "./domain/may-see-amounts";
import { withoutAmounts } from "./hidden-amounts";
import { storedSettings } from "./settings-versions";
import { listVersions, type StoredVersion } from "./sql/settings-versions";
import { payoutOf, priceOf } from "./terms-text";
import { warningsOf } from "./warnings";

/** The newest settings of a buyer, with its prices in force. Throws `Forbidden` or `NotFound`. */
export async function getBuyerSettings(ctx: Context, buyerId: number): Promise<BuyerSettingsAnswer> {
  permit(ctx.actor, "read", "settings");
  const { head, newest, terms } = await readInCompany(ctx.company.id, (tx) => read(tx, ctx, { buyerId }));
  const settings = BuyerSettings.parse(newest ? storedSettings(newest, "buyer") : {});
  const answer = { ...head, id: buyerId, warnings: warningsOf(settings, ctx.company) };
  if (!maySeeAmounts(ctx.actor.access, "buyer")) {
    return { ...answer, settings: withoutAmounts(settings), amounts_hidden: true };
  }
  return { ...answer, settings, prices: terms.map((term) => priceOf(term, ctx.company)) };
}

/** The newest settings of an offer, with its payouts in force. Throws `Forbidden` or `NotFound`. */
export async function getOfferSettings(ctx: Context, offerId: number): Promise<OfferSettingsAnswer> {
  permit(ctx.actor, "read", "settings");
  const { head, newest, terms } = await readInCompany(ctx.company.id, (tx) => read(tx, ctx, { offerId }));
  const settings = OfferSettings.parse(newest ? storedSettings(newest, "offer") : {});
  const answer = { ...head, id: offerId, warnings: warningsOf(settings, ctx.company) };
  if (!maySeeAmounts(ctx.actor.access, "offer")) {
    return { ...answer, settings: withoutAmounts(settings), amounts_hidden: true };
  }
  return { ...answer, settings, payouts: terms.map((term) => payoutOf(term, ctx.company)) };
}

type Head = Pick<BuyerSettingsAnswer, "status" | "name" | "version" | "valid_from" | "currency">;

async function read(
  tx: Tx,
  { company, now }: Context,
  owner: Owner,
): Promise<{ head: Head; newest: StoredVersion | undefined; terms: Terms[] }> {
  const name = await findOwnerName(tx, owner);
  if (name === null) throw new NotFound();
  const [newest] = await listVersions(tx, owner, 1);
  const at = newest && newest.validFrom > now() ? newest.validFrom : now();
  const head = {
    status: 200 as const,
    name,
    version: newest?.version ?? 0,
    valid_from: newest?.validFrom.toISOString() ?? null,
    currency: company.currency,
  };
  return { head, newest, terms: await termsOfOwner(tx, owner, at) };
}
