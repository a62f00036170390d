import type { Network } from "../found-network";
import { MINUTE_MS } from "../local-time";
import { Random } from "../random";
import { callerOf } from "../story/plan-facts";
import { planTalk } from "../story/plan-talk";
import { planTokens } from "../story/plan-tokens";
import { deliver } from "./deliver";
import { freeswitch } from "./makers/freeswitch";
import type { Maker, ToldCall } from "./makers/told-call";
import { twilio } from "./makers/twilio";
import { vapi } from "./makers/vapi";
import type { Line } from "./open-doors";

/** Something that arrives at an address, and when. */
export type Delivery = { readonly at: Date; readonly send: (at: Date) => Promise<void> };

const MAKERS: Partial<Record<Line["plan"]["provider"], Maker>> = { twilio, vapi, freeswitch };
const CALLS_A_LINE = 6;
const WITHIN_MINUTES = 50 * 60;
const NOT_AFTER_MINUTES = 35;
const UNANSWERED = 0.15;
const WRONG_SECRET = "a secret of some other account";

/** A handful of calls that came in by phone systems and voice agents: one told twice, one with a wrong secret. */
export function planDeliveries(network: Network, now: Date): Delivery[] {
  return network.doors.lines.flatMap((line) => {
    const random = new Random(`${network.plan.name}, line ${line.plan.name}`);
    const maker = MAKERS[line.plan.provider];
    const calls = Array.from({ length: CALLS_A_LINE }, () => planCall(network, random, line, now));
    return calls.flatMap((call, position) => {
      const secret = position === 1 ? WRONG_SECRET : line.secret;
      const told = maker?.(call) ?? [];
      const again = position === 0 ? told.slice(-1) : [];
      return [...told, ...again].map((each) => ({ at: each.at, send: (at: Date) => deliver(line, each, secret, at) }));
    });
  });
}

function planCall(network: Network, random: Random, { plan }: Line, now: Date): ToldCall {
  const [offer, source, buyer] = [
    network.offers.find(({ name }) => name === plan.offer),
    network.sources.find(({ name }) => name === plan.source),
    network.buyers.find(({ name }) => name === plan.buyer),
  ];
  if (!offer || !source || !buyer) throw new Error(`${plan.name} lacks an offer, a source or a buyer.`);
  const startedAt = new Date(now.getTime() - random.between(NOT_AFTER_MINUTES, WITHIN_MINUTES) * MINUTE_MS);
  const answered = random.between(25, 420);
  const connectedSeconds = random.chance(UNANSWERED) ? null : answered;
  const { tokens, outcome } = planTokens(network, random, {
    offer,
    source,
    buyer,
    connectedSeconds: connectedSeconds ?? 0,
  });
  const caller = callerOf(network, random);
  return {
    id: Array.from({ length: 32 }, () => random.between(0, 15).toString(16)).join(""),
    caller: caller === "anonymous" ? null : caller,
    startedAt,
    ringingSeconds: random.between(4, 18),
    connectedSeconds,
    tokens,
    transcript: connectedSeconds === null ? [] : planTalk(random, outcome, connectedSeconds),
  };
}
