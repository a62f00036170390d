import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid, NotFound, StaleVersion } from "@/lib/base/errors";
import { lockOwner, type Owner } from "@/lib/party/sql/lock-owner";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { Terms } from "@/lib/terms/domain/terms";
import { insertTerms } from "@/lib/terms/sql/insert-terms";
import { termsOfOwner } from "@/lib/terms/sql/terms-of-owner";
import {
  BuyerSettings,
  type ConversionSettings,
  OfferSettings,
  type Payout,
  type Price,
} from "./contract/conversion-settings";
import type {
  BuyerSettingsAnswer,
  BuyerSettingsUpdate,
  OfferSettingsAnswer,
  OfferSettingsUpdate,
} from "./contract/settings-version";
import { AMOUNT_AREA } from "./domain/may-see-amounts";
import { getBuyerSettings, getOfferSettings } from "./get-settings";
import { withKeptAmounts } from "./hidden-amounts";
import { settingsErrors } from "./settings-errors";
import { storedSettings } from "./settings-versions";
import { insertVersion, lastRuleId, listVersions } from "./sql/settings-versions";
import { amountsOf, type TermsAmounts } from "./terms-text";

/**
 * Saves a new version of a buyer's settings and the named prices. Throws `Forbidden`, `NotFound`, `StaleVersion` or
 * `Invalid`.
 */
export async function saveBuyerSettings(
  ctx: Context,
  buyerId: number,
  update: BuyerSettingsUpdate,
): Promise<BuyerSettingsAnswer> {
  await save(
    ctx,
    { buyerId },
    update,
    update.prices?.map((price) => priceTerms(ctx, buyerId, price)),
  );
  return getBuyerSettings(ctx, buyerId);
}

/**
 * Saves a new version of an offer's settings and the named payouts. Throws `Forbidden`, `NotFound`, `StaleVersion` or
 * `Invalid`.
 */
export async function saveOfferSettings(
  ctx: Context,
  offerId: number,
  update: OfferSettingsUpdate,
): Promise<OfferSettingsAnswer> {
  await save(
    ctx,
    { offerId },
    update,
    update.payouts?.map((payout) => payoutTerms(ctx, offerId, payout)),
  );
  return getOfferSettings(ctx, offerId);
}

type Wanted = Omit<Terms, "id" | "validFrom">;

function save(
  ctx: Context,
  owner: Owner,
  update: BuyerSettingsUpdate | OfferSettingsUpdate,
  terms: readonly Wanted[] | undefined,
): Promise<void> {
  permit(ctx.actor, "update", "settings");
  const side = "buyerId" in owner ? "buyer" : "offer";
  if (terms) permit(ctx.actor, "update", AMOUNT_AREA[side]);
  return inCompany(ctx.company.id, async (tx) => {
    if ((await lockOwner(tx, owner)) === null) throw new NotFound();
    const [newest] = await listVersions(tx, owner, 1);
    const current = newest?.version ?? 0;
    if (update.version !== current) throw new StaleVersion(update.version, current, "These settings were");
    const stored = newest ? storedSettings(newest, side) : (side === "buyer" ? BuyerSettings : OfferSettings).parse({});
    const settings = withKeptAmounts(ctx.actor, side, { stored, sent: update.settings });
    const validFrom = update.valid_from ?? laterOf(ctx.now(), newest?.validFrom);
    const lastId = await lastRuleId(tx, owner);
    const inForce = terms ? await termsOfOwner(tx, owner, validFrom) : [];
    const before = { lastRuleId: lastId, inForce };
    const errors = await settingsErrors(tx, ctx.company, { ...update, settings } as typeof update, {
      ...before,
      terms: terms ?? [],
    });
    if (newest && validFrom < newest.validFrom) {
      errors.valid_from = `Version ${current} is in force from ${newest.validFrom.toISOString()}. Choose a later time.`;
    }
    if (Object.keys(errors).length > 0) throw new Invalid(errors);
    await insertVersion(tx, owner, ctx.actor, {
      version: current + 1,
      validFrom,
      createdAt: ctx.now(),
      ...documentOf(settings, lastId),
      note: update.note ?? null,
    });
    if (terms) await replaceTerms(tx, terms, inForce, validFrom);
    await recordAudit(tx, ctx, {
      action: `${side}.settings_changed`,
      id: "buyerId" in owner ? owner.buyerId : owner.offerId,
      before: { version: current },
      after: { version: current + 1, valid_from: validFrom, ...(terms && { terms: terms.length }) },
    });
  });
}

function laterOf(one: Date, other: Date | undefined): Date {
  return other && other > one ? other : one;
}

/** New rules get the next ids. `followsBuyer` of an offer has its own column. */
function documentOf(settings: ConversionSettings, lastRuleId: number) {
  let last = lastRuleId;
  const rules = settings.rules.map((rule) => {
    if (rule.id !== null) return rule;
    last += 1;
    return { ...rule, id: last };
  });
  const { converts_with_buyer: convertsWithBuyer = false, ...document } = { converts_with_buyer: false, ...settings };
  return { convertsWithBuyer, settings: { ...document, rules } };
}

/** Changed terms get a new date; terms that are no longer named are withdrawn. */
async function replaceTerms(
  tx: Tx,
  wanted: readonly Wanted[],
  inForce: readonly Terms[],
  validFrom: Date,
): Promise<void> {
  const changed = wanted.filter(
    (terms) => !inForce.some((inForceTerms) => sameScope(terms, inForceTerms) && sameAmounts(terms, inForceTerms)),
  );
  const gone = inForce.filter((inForceTerms) => !wanted.some((terms) => sameScope(terms, inForceTerms)));
  await insertTerms(tx, [
    ...changed.map((terms) => ({ ...terms, validFrom })),
    ...gone.map(({ id, ...terms }) => ({ ...terms, validFrom, withdrawn: true })),
  ]);
}

function sameScope(one: Wanted, other: Wanted): boolean {
  return (
    one.offerId === other.offerId && one.buyerId === other.buyerId && one.trafficSourceId === other.trafficSourceId
  );
}

function sameAmounts(one: TermsAmounts, other: TermsAmounts): boolean {
  return (
    one.amountMinor === other.amountMinor &&
    one.percentBasisPoints === other.percentBasisPoints &&
    one.minimumMinor === other.minimumMinor &&
    one.maximumMinor === other.maximumMinor
  );
}

function priceTerms({ company }: Context, buyerId: number, { offer_id: offerId, amount }: Price): Wanted {
  return {
    side: "buyer",
    buyerId,
    offerId,
    trafficSourceId: null,

    ...amountsOf({ amount }, company),
  };
}

function payoutTerms({ company }: Context, offerId: number, payout: Payout): Wanted {
  const { traffic_source_id: trafficSourceId } = payout;
  return { side: "offer", buyerId: null, offerId, trafficSourceId, ...amountsOf(payout, company) };
}
