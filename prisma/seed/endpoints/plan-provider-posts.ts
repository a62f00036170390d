import { Random } from "../../../lib/base/random";
import type { Network } from "../found-network";
import { MINUTE_MS } from "../local-time";
import { callerOf } from "../story/plan-facts";
import { planTalk } from "../story/plan-talk";
import { planTokens } from "../story/plan-tokens";
import type { Integration } from "./open-endpoints";
import { postProviderEvent } from "./post-provider-event";
import type { CarriedCall, Provider } from "./providers/carried-call";
import { freeswitch } from "./providers/freeswitch";
import { twilio } from "./providers/twilio";
import { vapi } from "./providers/vapi";

/** An event of a provider, and its time. */
export type ProviderPost = { readonly at: Date; readonly send: (at: Date) => Promise<void> };

const EVENTS_OF: Partial<Record<Integration["plan"]["provider"], Provider>> = { twilio, vapi, freeswitch };
const CALLS_AN_INTEGRATION = 6;
const WITHIN_MINUTES = 50 * 60;
const NOT_AFTER_MINUTES = 35;
const UNANSWERED = 0.15;
const WRONG_SECRET = "a secret of some other account";

/** Some calls from phone systems and voice agents: one posted twice, one with a wrong secret. */
export function planProviderPosts(network: Network, now: Date): ProviderPost[] {
  return network.endpoints.integrations.flatMap((integration) => {
    const random = new Random(`${network.plan.name}, integration ${integration.plan.name}`);
    const eventsOf = EVENTS_OF[integration.plan.provider];
    const calls = Array.from({ length: CALLS_AN_INTEGRATION }, () => planCall(network, random, integration, now));
    return calls.flatMap((call, position) => {
      const secret = position === 1 ? WRONG_SECRET : integration.secret;
      const events = eventsOf?.(call) ?? [];
      const again = position === 0 ? events.slice(-1) : [];
      return [...events, ...again].map((event) => ({
        at: event.at,
        send: (at: Date) => postProviderEvent(integration, event, secret, at),
      }));
    });
  });
}

function planCall(network: Network, random: Random, { plan }: Integration, now: Date): CarriedCall {
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
