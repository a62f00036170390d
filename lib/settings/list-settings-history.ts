import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { findOwnerName, type Owner } from "@/lib/party/sql/lock-owner";
import { readInCompany } from "@/lib/platform/sql/in-company";
import { BuyerSettings, OfferSettings } from "./contract/conversion-settings";
import type { BuyerSettingsHistory, OfferSettingsHistory } from "./contract/settings-version";
import { maySeeAmounts } from "./domain/may-see-amounts";
import { withoutAmounts } from "./hidden-amounts";
import { storedSettings } from "./settings-versions";
import { listVersions, type StoredVersion } from "./sql/settings-versions";

const VERSIONS_SHOWN = 200;

/** Versions of a buyer's settings, newest first. Throws `Forbidden` or `NotFound`. */
export async function listBuyerSettingsHistory(ctx: Context, buyerId: number): Promise<BuyerSettingsHistory> {
  const versions = await history(ctx, { buyerId });
  const isHidden = !maySeeAmounts(ctx.actor.access, "buyer");
  return {
    status: 200,
    versions: versions.map((row) => {
      const settings = BuyerSettings.parse(storedSettings(row, "buyer"));
      return { ...head(row), settings: isHidden ? withoutAmounts(settings) : settings };
    }),
    ...(isHidden && { amounts_hidden: true }),
  };
}

/** Versions of an offer's settings, newest first. Throws `Forbidden` or `NotFound`. */
export async function listOfferSettingsHistory(ctx: Context, offerId: number): Promise<OfferSettingsHistory> {
  const versions = await history(ctx, { offerId });
  const isHidden = !maySeeAmounts(ctx.actor.access, "offer");
  return {
    status: 200,
    versions: versions.map((row) => {
      const settings = OfferSettings.parse(storedSettings(row, "offer"));
      return { ...head(row), settings: isHidden ? withoutAmounts(settings) : settings };
    }),
    ...(isHidden && { amounts_hidden: true }),
  };
}

function history(ctx: Context, owner: Owner): Promise<StoredVersion[]> {
  permit(ctx.actor, "read", "settings");
  return readInCompany(ctx.company.id, async (tx) => {
    if ((await findOwnerName(tx, owner)) === null) throw new NotFound();
    return listVersions(tx, owner, VERSIONS_SHOWN);
  });
}

function head({ version, validFrom, actorType, actorName, note }: StoredVersion) {
  return { version, valid_from: validFrom.toISOString(), by: { type: actorType, name: actorName }, note };
}
