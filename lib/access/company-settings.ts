import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid } from "@/lib/base/errors";
import { companyErrors } from "@/lib/company/company-errors";
import { env } from "@/lib/platform/config/env";
import { inCompanySql, readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { Context } from "./context";
import type { CompanySettings, CompanyUpdate } from "./contract/company";
import { permit } from "./permit";
import {
  type CompanyRow,
  dismissChecklist,
  lockCompany,
  moveBooks,
  readCompany,
  renameCompany,
  requireSecondFactor,
  setDeltasWithoutKey,
  setTokenOfferSide,
} from "./sql/company-settings";

/** Throws `Forbidden`. */
export async function getCompanySettings(ctx: Context): Promise<CompanySettings> {
  permit(ctx.actor, "read", "settings");
  return present(ctx, await readInCompanySql(ctx.company.id, readCompany));
}

/**
 * Absent fields are unchanged. Another time zone applies to entries from now on; posted ones keep their day. The currency
 * is fixed once there are parties. Throws `Forbidden` or `Invalid`.
 */
export async function updateCompanySettings(ctx: Context, update: CompanyUpdate): Promise<CompanySettings> {
  permit(ctx.actor, "update", "settings");
  if (update.second_factor_required !== undefined) permit(ctx.actor, "update", "members");
  return inCompanySql(ctx.company.id, async (tx) => {
    await lockCompany(tx);
    const before = await readCompany(tx);
    const currency = update.currency ?? before.currency;
    const timeZone = update.time_zone ?? before.timeZone;
    const errors = {
      ...companyErrors({ currency, timeZone }),
      ...(currency !== before.currency &&
        before.currencyIsFixed && {
          currency: `The currency is fixed: the amounts of this company’s buyers, offers and traffic sources are in ${before.currency}.`,
        }),
    };
    if (Object.keys(errors).length > 0) throw new Invalid(errors);
    if (currency !== before.currency || timeZone !== before.timeZone) await moveBooks(tx, currency, timeZone);
    await save(tx, ctx, update, before);
    const after = await readCompany(tx);
    await audit(tx, ctx, before, after);
    return present(ctx, after);
  });
}

async function save(tx: SqlTx, ctx: Context, update: CompanyUpdate, before: CompanyRow) {
  const { name, checklist_dismissed, second_factor_required: required, token_offer_side: offerSide } = update;
  const { deltas_without_key: deltas } = update;
  if (required !== undefined && required !== before.secondFactorRequired) await requireSecondFactor(tx, required);
  if (offerSide !== undefined && offerSide !== before.tokenOfferSide) await setTokenOfferSide(tx, offerSide);
  if (deltas !== undefined && deltas !== before.deltasWithoutKey) await setDeltasWithoutKey(tx, deltas);
  if (name !== undefined && name !== before.name) await renameCompany(tx, name);
  if (checklist_dismissed !== undefined && checklist_dismissed !== (before.checklistDismissedAt !== null))
    await dismissChecklist(tx, checklist_dismissed ? ctx.now() : null);
}

async function audit(tx: SqlTx, ctx: Context, before: CompanyRow, after: CompanyRow): Promise<void> {
  const [was, is] = [shown(before), shown(after)];
  const changed = (Object.keys(is) as (keyof typeof is)[]).filter((field) => was[field] !== is[field]);
  if (changed.length === 0) return;
  const only = (values: typeof is) => Object.fromEntries(changed.map((field) => [field, values[field]]));
  await recordAudit(tx, ctx, { action: "company.updated", id: null, before: only(was), after: only(is) });
}

function shown(row: CompanyRow) {
  return {
    name: row.name,
    currency: row.currency,
    time_zone: row.timeZone,
    checklist_dismissed: row.checklistDismissedAt !== null,
    second_factor_required: row.secondFactorRequired,
    token_offer_side: row.tokenOfferSide,
    deltas_without_key: row.deltasWithoutKey,
  };
}

function present(ctx: Context, row: CompanyRow): CompanySettings {
  return {
    id: ctx.company.id,
    ...shown(row),
    currency_is_fixed: row.currencyIsFixed,
    rollup_every_minutes: env().ROLLUP_EVERY_MINUTES,
  };
}
