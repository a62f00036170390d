import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { formatMoney } from "@/lib/base/money";
import type { Availability, AvailabilityQuery } from "@/lib/cap/contract";
import { capName } from "@/lib/cap/domain/cap-text";
import { measureNow } from "@/lib/cap/measure-now";
import { openingHours } from "@/lib/cap/opening-hours";
import { presentUse } from "@/lib/cap/present-cap";
import { type CapOwner, readCapOwner } from "@/lib/cap/sql/list-caps";
import { creditOf } from "@/lib/document/credit-of";
import type { Credit } from "@/lib/document/domain/credit";
import { evaluateBusinessHours } from "@/lib/evaluation/domain/business-hours";
import { readInCompany } from "@/lib/platform/sql/in-company";

/**
 * Whether a buyer can take, or a traffic source may send, one more call now: business hours, caps including running
 * calls, credit. Used by call routers, so it needs only permission to read calls. Throws `Forbidden` or `NotFound`.
 */
export async function getAvailability(
  ctx: Context,
  owner: CapOwner,
  { offer_id: offerId }: AvailabilityQuery,
): Promise<Availability> {
  permit(ctx.actor, "read", "calls");
  const now = ctx.now();
  const { isArchived, caps, measured, settings, credit } = await readInCompany(ctx.company.id, async (tx) => {
    const ownerView = await readCapOwner(tx, owner, now);
    if (!ownerView) throw new NotFound();
    const caps = ownerView.caps.filter(
      (cap) => offerId === undefined || cap.offerId === null || cap.offerId === offerId,
    );
    const measured = await measureNow(tx, owner, caps, now);
    const credit = owner.side === "buyer" ? await creditOf(tx, owner.id, ctx.company.decimals) : null;
    const { isArchived, settings } = ownerView;
    return { isArchived, caps, measured, settings, credit };
  });
  const hours = openingHours(settings);
  const openNow = hours === null || evaluateBusinessHours(hours, now).holds;
  const uses = caps.map((cap) => ({ cap, use: presentUse(ctx, cap, measured.get(cap.id)) }));
  const reasons = [
    ...(isArchived ? [{ code: "archived", message: "Archived." }] : []),
    ...(openNow ? [] : [{ code: "closed", message: "Closed: outside business hours." }]),
    ...uses.flatMap(({ cap, use }) =>
      use.used_up && (offerId !== undefined || cap.offerId === null)
        ? [{ code: "cap", message: `The ${capName(cap)} is used up.`, cap_id: cap.id }]
        : [],
    ),
    ...(credit?.closed ? [{ code: "credit", message: "No credit left." }] : []),
  ];
  return {
    status: 200,
    available: reasons.length === 0,
    open_now: openNow,
    reasons,
    caps: uses.map(({ use }) => use),
    credit: credit && presentCredit(ctx, credit),
    checked_at: now.toISOString(),
  };
}

function presentCredit({ actor, company }: Context, { availableMinor, closed }: Credit): Availability["credit"] {
  if (availableMinor === null) return null;
  const seesAmount = may(actor.access, "read", "billing") && may(actor.access, "read", "call.revenue");
  return { left: !closed, ...(seesAmount && { available: formatMoney(availableMinor, company.decimals) }) };
}
