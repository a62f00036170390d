import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { formatMoney } from "@/lib/base/money";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { PartyActivity } from "./domain/party-activity";
import { activityOfParty } from "./sql/party-activity";

const ACTIVITY_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Calls of the last 30 days, by their start, and what stands converted: of a buyer its own side, of a traffic source
 * the offer side, of an offer both. Throws `Forbidden`.
 */
export async function getPartyActivity(
  { actor, company, now }: Context,
  party: { readonly type: PartyKind; readonly id: number },
): Promise<PartyActivity> {
  permit(actor, "read", "calls");
  if (party.type === "traffic_source") permit(actor, "read", "call.details");
  const until = now();
  const from = new Date(until.getTime() - ACTIVITY_DAYS * DAY_MS);
  const sums = await readInCompany(company.id, (tx) => activityOfParty(tx, party, { from, until }));
  const sees = (area: Parameters<typeof may>[2]) => may(actor.access, "read", area);
  const money = (minor: bigint) => formatMoney(minor, company.decimals);
  return {
    days: ACTIVITY_DAYS,
    calls: sums.calls,
    ...(party.type !== "traffic_source" &&
      sees("call.buyer_converted") && {
        buyer: {
          conversions: sums.buyerConversions,
          ...(sees("call.revenue") && { revenue: money(sums.revenueMinor) }),
        },
      }),
    ...(party.type !== "buyer" &&
      sees("call.offer_converted") && {
        offer: { conversions: sums.offerConversions, ...(sees("call.payout") && { payout: money(sums.payoutMinor) }) },
      }),
  };
}
