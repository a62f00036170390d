import { formatMoney } from "@/lib/base/money";
import type { Random } from "../../../lib/base/random";
import type { Network } from "../found-network";
import type { BuyerPlan, OfferPlan, SourcePlan } from "../networks/network-plan";
import type { TalkOutcome } from "./plan-talk";

type Talk = {
  readonly offer: OfferPlan;
  readonly source: SourcePlan;
  readonly buyer: BuyerPlan | null;
  readonly connectedSeconds: number;
};

const LONG_ENOUGH_TO_BOOK_SECONDS = 50;
const BOOKED = 0.46;
const DECLINED = 0.2;
const QUOTED = 0.7;

/** The tokens of a call, and the outcome of the talk; null if it was too short. */
export function planTokens(
  { plan, company }: Network,
  random: Random,
  { offer, source, buyer, connectedSeconds }: Talk,
): { readonly tokens: Record<string, string>; readonly outcome: TalkOutcome | null } {
  const area = random.pick(plan.areas);
  const outcome = connectedSeconds < LONG_ENOUGH_TO_BOOK_SECONDS ? null : outcomeOf(random);
  const { quote } = offer.tokens;
  const quoted = quote && outcome !== null && random.chance(QUOTED) ? random.between(quote.from, quote.to) : null;
  const tokens = {
    zip: random.pick(area.postcodes),
    state: area.state,
    service: random.pick(offer.tokens.service),
    home_owner: random.chance(0.74) ? "yes" : "no",
    utm_medium: source.medium,
    ...(random.chance(0.6) && { [offer.tokens.detail]: random.pick(offer.tokens.details) }),
    ...(outcome !== null && { appointment_booked: String(outcome === "booked") }),
    ...(outcome !== null && buyer?.transcribes && random.chance(0.3) && { agent_outcome: outcome }),
    ...(quoted !== null && { quote_amount: String(quoted) }),
    ...(quoted !== null && { lead_price: formatMoney(BigInt(Math.round(quoted * 0.7)), company.decimals) }),
  };
  return { tokens, outcome };
}

function outcomeOf(random: Random): TalkOutcome {
  if (random.chance(BOOKED)) return "booked";
  return random.chance(DECLINED / (1 - BOOKED)) ? "declined" : "undecided";
}
