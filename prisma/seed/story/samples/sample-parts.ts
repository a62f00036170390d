import type { NewCall } from "@/lib/call/contract/call";
import type { Network } from "../../found-network";
import { followingOffer, idOf } from "../../placed";

export const HOUR = 60;
export const DAY = 24 * HOUR;
export const YES = { converted: true };
export const NO = { converted: false };

type SampleCall = Pick<NewCall, "caller" | "offer_id" | "buyer_id" | "traffic_source_id"> & {
  readonly tokens: Record<string, string>;
};
/** A call by the last two digits of its caller. */
type Caller = (line: number) => SampleCall;

/** Parts of the sample calls. */
export type SampleParts = {
  readonly network: Network;
  /** First offer, first buyer, whose calls convert by explicit updates. */
  readonly stated: Caller;
  /** First offer, a buyer whose calls convert by duration or rule. */
  readonly byFacts: Caller;
  /** The same with a quote that the buyer's rule requires. */
  readonly quoted: Caller;
  /** First offer, a buyer with a voice agent. */
  readonly speaker: Caller;
  /** The offer that converts when its buyer converts. */
  readonly following: Caller;
  /** That offer, a buyer on trial: a cap allows one automatic conversion. */
  readonly trial: Caller;
  /** A buyer whose systems may state revenue within bounds. */
  readonly limited: Caller;
  /** A buyer who pays for a caller once a month. */
  readonly onceAMonth: Caller;
  readonly otherBuyerId: number;
  readonly caller: (line: number) => string;
};

export function sampleParts(network: Network): SampleParts {
  const { offers, buyers, sources, plan } = network;
  const follower = followingOffer(offers);
  const [offer] = offers;
  const [source] = sources;
  if (!offer || !source || !follower) throw new Error(`${plan.name} lacks what its sample calls need.`);
  const [area] = plan.areas;
  const { convertsByFacts, voiceAgent, limited, onceAMonth } = plan.samples;
  const caller = (line: number) => `+1${area.code}55501${String(line).padStart(2, "0")}`;
  const to =
    (of: typeof offer, buyer: string, more: Record<string, string> = {}): Caller =>
    (line) => ({
      caller: caller(line),
      offer_id: of.id,
      buyer_id: idOf(buyers, buyer),
      traffic_source_id: source.id,
      tokens: {
        zip: area.postcodes[0],
        state: area.state,
        service: of.tokens.service[0],
        home_owner: "yes",
        ...more,
      },
    });
  const named = (wanted: string) => offers.find(({ name }) => name === wanted) ?? offer;
  return {
    network,
    stated: to(offer, offer.buyers[0]),
    byFacts: to(offer, convertsByFacts),
    quoted: to(offer, convertsByFacts, { quote_amount: "8200", lead_price: "57.50" }),
    speaker: to(offer, voiceAgent),
    following: to(follower, follower.buyers[0]),
    trial: to(follower, convertsByFacts),
    limited: to(named(limited.offer), limited.buyer),
    onceAMonth: to(named(onceAMonth.offer), onceAMonth.buyer, onceAMonth.tokens),
    otherBuyerId: idOf(buyers, offer.buyers[1] ?? offer.buyers[0]),
    caller,
  };
}
