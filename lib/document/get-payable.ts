import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/base/errors";
import { localDay } from "@/lib/base/local-day";
import { formatMoney, parseMoney } from "@/lib/base/money";
import { profileInForce } from "@/lib/billing-profile/profile-in-force";
import { permitAccount } from "@/lib/ledger/permit-account";
import { findAccount } from "@/lib/ledger/sql/find-account";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { Payable } from "./contract";
import { firstDaysBetween, heldSince, payableOf } from "./domain/payable";
import { readEarnings } from "./sql/earnings";

/** What a traffic source has earned, what is held, paid, and payable now. Throws `Forbidden` or `NotFound`. */
export async function getPayable(ctx: Context, trafficSourceId: number): Promise<Payable> {
  permitAccount(ctx.actor, "traffic_source");
  const { id, currency, decimals, timeZone } = ctx.company;
  const today = localDay(ctx.now(), timeZone);
  return readInCompany(id, async (tx) => {
    const account = await findAccount(tx, { type: "traffic_source", id: trafficSourceId });
    if (!account) throw new NotFound();
    const { hold_days, minimum_payment } = await profileInForce(tx, account.id);
    const since = heldSince(today, hold_days);
    const earnings = await readEarnings(tx, account.id, {
      heldSince: since,
      firstDays: firstDaysBetween(since, today),
    });
    const minimumPaymentMinor = parseMoney(minimum_payment, decimals) ?? 0n;
    const payable = payableOf(earnings, minimumPaymentMinor);
    const text = (minor: bigint) => formatMoney(minor, decimals);
    return {
      currency,
      earned: text(payable.earnedMinor),
      held: text(payable.heldMinor),
      paid: text(payable.paidMinor),
      released: text(payable.releasedMinor),
      payable: text(payable.payableMinor),
      why: payable.why,
      hold_days,
      minimum_payment: text(minimumPaymentMinor),
    };
  });
}
