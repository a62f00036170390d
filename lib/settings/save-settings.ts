import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid, NotFound, StaleVersion } from "@/lib/base/errors";
import { lockOwner, type Owner } from "@/lib/party/sql/lock-owner";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { Terms } from "@/lib/terms/domain/terms";
import { insertTerms } from "@/lib/terms/sql/insert-terms";
import { hasTermsFrom, termsOfOwner } from "@/lib/terms/sql/terms-of-owner";
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
    const validFrom = update.valid_from ?? laterThan(newest?.validFrom, ctx.now());
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
    const changes = terms ? changedTerms(terms, inForce) : [];
    if (changes.length > 0 && (await hasTermsFrom(tx, owner, validFrom))) {
      errors.valid_from = "Other prices already begin at this time. Choose a later time.";
    }
    if (Object.keys(errors).length > 0) throw new Invalid(errors);
    await insertVersion(tx, owner, ctx.actor, {
      version: current + 1,
      validFrom,
      createdAt: ctx.now(),
      ...documentOf(settings, lastId),
      note: update.note ?? null,
    });
    await insertTerms(
      tx,
      changes.map((change) => ({ ...change, validFrom })),
    );
    await recordAudit(tx, ctx, {
      action: `${side}.settings_changed`,
      id: "buyerId" in owner ? owner.buyerId : owner.offerId,
      before: { version: current },
      after: { version: current + 1, valid_from: validFrom, ...(terms && { terms: terms.length }) },
    });
  });
}

/** Now, or just after a version that is not in force yet: the prices of two versions can't begin at the same moment. */
function laterThan(newest: Date | undefined, now: Date): Date {
  return newest && newest > now ? new Date(newest.getTime() + 1) : now;
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

/** Terms that are new or changed, and those that are no longer named, to be withdrawn. */
function changedTerms(wanted: readonly Wanted[], inForce: readonly Terms[]): Wanted[] {
  const changed = wanted.filter(
    (terms) => !inForce.some((before) => sameScope(terms, before) && sameAmounts(terms, before)),
  );
  const gone = inForce.filter((before) => !wanted.some((terms) => sameScope(terms, before)));
  return [...changed, ...gone.map(({ id: _, validFrom: __, ...terms }) => ({ ...terms, withdrawn: true }))];
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
