import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid, NotFound, StaleVersion } from "@/lib/base/errors";
import { parseMoney } from "@/lib/base/money";
import { findAccount } from "@/lib/ledger/sql/find-account";
import type { AccountOwner, OwnerType } from "@/lib/party/domain/account-owner";
import { inCompany } from "@/lib/platform/sql/in-company";
import { BillingProfile, type BillingProfileAnswer, type BillingProfileUpdate } from "./contract";
import { readBillingProfile } from "./get-billing-profile";
import { insertProfile, listProfiles } from "./sql/profile-versions";

/**
 * Saves a new version of a party's terms; absent fields are unchanged. Issued statements keep theirs, and a new cycle
 * starts after the last statement. Throws `Forbidden`, `NotFound`, `StaleVersion` or `Invalid`.
 */
export async function saveBillingProfile(
  ctx: Context,
  owner: AccountOwner,
  { version, profile: update }: BillingProfileUpdate,
): Promise<BillingProfileAnswer> {
  permit(ctx.actor, "update", "billing");
  return inCompany(ctx.company.id, async (tx) => {
    const account = await findAccount(tx, owner);
    if (!account) throw new NotFound();
    const [newest] = await listProfiles(tx, account.id, 1);
    const current = newest?.version ?? 0;
    if (version !== current) throw new StaleVersion(version, current, "These terms were");
    const before = BillingProfile.parse(newest?.profile ?? {});
    const profile = { ...before, ...update };
    const errors = profileErrors(profile, owner.type, ctx.company.decimals);
    if (Object.keys(errors).length > 0) throw new Invalid(errors);
    const next = { accountId: account.id, version: current + 1, profile, createdAt: ctx.now() };
    if (!(await insertProfile(tx, ctx.actor, next))) throw new StaleVersion(version, current + 1, "These terms were");
    await recordAudit(tx, ctx, {
      action: "account.terms_changed",
      id: account.id,
      before: { version: current, ...before },
      after: { version: next.version, ...profile },
    });
    return readBillingProfile(tx, ctx, owner);
  });
}

function profileErrors(profile: BillingProfile, type: OwnerType, decimals: number): Record<string, string> {
  const tooFine = `Enter an amount with at most ${decimals} decimals.`;
  const isAmount = (text: string) => parseMoney(text, decimals) !== null || Number(text) === 0;
  const { credit, hold_days, minimum_payment } = profile;
  return {
    ...(credit.kind === "limit" && !isAmount(credit.amount) && { "profile[credit][amount]": tooFine }),
    ...(!isAmount(minimum_payment) && { "profile[minimum_payment]": tooFine }),
    ...(type === "traffic_source" &&
      credit.kind !== "none" && { "profile[credit]": "Credit applies only to buyers. Leave it out." }),
    ...(type === "buyer" &&
      hold_days > 0 && { "profile[hold_days]": "Hold days apply only to traffic sources. Set 0." }),
    ...(type === "buyer" &&
      Number(minimum_payment) > 0 && {
        "profile[minimum_payment]": "A minimum payment applies only to traffic sources. Set 0.",
      }),
  };
}
