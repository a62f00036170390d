import type { Segment } from "@/lib/call/domain/evaluation-facts";
import type { Random } from "../../../lib/base/random";
import type { Network } from "../found-network";
import { MINUTE_MS } from "../local-time";
import type { BuyerPlan, OfferPlan, SourcePlan } from "../networks/network-plan";
import type { Placed } from "../placed";
import { planTalk } from "./plan-talk";
import { planTokens } from "./plan-tokens";
import type { PlannedCall } from "./planned-call";

/** The call itself. */
export type Facts = {
  readonly call: PlannedCall["call"];
  readonly transcript: readonly Segment[];
  readonly offer: Placed<OfferPlan>;
  readonly buyer: Placed<BuyerPlan> | null;
  readonly source: Placed<SourcePlan> | null;
  readonly endedAt: Date;
  readonly connectedSeconds: number;
};

const UNROUTED = 0.03;
const UNATTRIBUTED = 0.03;
const ANONYMOUS = 0.08;
const UNANSWERED = 0.07;
const HUNG_UP_SOON = 0.22;
const RECORDED = 0.004;

export function planFacts(network: Network, random: Random, number: number, startedAt: Date): Facts {
  const { offers, buyers, sources, plan } = network;
  const offer = offers[random.weighted(offers.map(({ weight }) => weight))];
  const source = sources[random.weighted(sources.map(({ weight }) => weight))];
  if (!offer || !source) throw new Error(`${plan.name} has no offer or no traffic source.`);
  const taker = offer.buyers[random.weighted(offer.buyers.map((_, position) => 3 / (position + 1)))];
  const buyer = random.chance(UNROUTED) ? null : (buyers.find(({ name }) => name === taker) ?? null);
  const attributed = random.chance(UNATTRIBUTED) ? null : source;
  const seconds = buyer ? talk(random) : { ringing: random.between(6, 40), connected: null };
  const { ringing, connected } = seconds;
  const endedAt = later(startedAt, ringing + (connected ?? 0));
  const external_id = `${plan.prefix}-${100_000 + number}`;
  const caller = callerOf(network, random);
  const { tokens, outcome } = planTokens(network, random, { offer, source, buyer, connectedSeconds: connected ?? 0 });
  const call = {
    external_id,
    caller,
    offer_id: offer.id,
    ...(buyer && { buyer_id: buyer.id }),
    ...(attributed && { traffic_source_id: attributed.id }),
    started_at: startedAt,
    ...(connected !== null && { answered_at: later(startedAt, ringing) }),
    ended_at: endedAt,
    duration_seconds: ringing + (connected ?? 0),
    connected_seconds: connected ?? 0,
    tokens,
    ...(random.chance(RECORDED) && {
      recording_url: `https://recordings.${plan.prefix.toLowerCase()}.test/${external_id}.mp3`,
    }),
  };
  const transcript = buyer?.transcribes && connected !== null ? planTalk(random, outcome, connected) : [];
  return { call, transcript, offer, buyer, source: attributed, endedAt, connectedSeconds: connected ?? 0 };
}

/** Most talks last some minutes, a few a quarter of an hour. */
function talk(random: Random): { ringing: number; connected: number | null } {
  if (random.chance(UNANSWERED)) return { ringing: random.between(18, 55), connected: null };
  const ringing = random.between(3, 19);
  if (random.chance(HUNG_UP_SOON)) return { ringing, connected: random.between(4, 58) };
  return { ringing, connected: 60 + Math.round(-Math.log(1 - random.next()) * 210) };
}

/** 555-0100 to 555-0199 are reserved for fictional use. */
export function callerOf({ plan }: Network, random: Random): string {
  const { code } = random.pick(plan.areas);
  const line = String(random.between(0, 99)).padStart(2, "0");
  return random.chance(ANONYMOUS) ? "anonymous" : `+1${code}55501${line}`;
}

function later(time: Date, seconds: number): Date {
  return new Date(time.getTime() + (seconds * MINUTE_MS) / 60);
}
