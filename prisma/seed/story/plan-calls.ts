import { Random } from "../../../lib/base/random";
import type { Network } from "../found-network";
import { atLocal, MINUTE_MS, weekdayAt } from "../local-time";
import { AFTER_A_SALE } from "./after-a-sale";
import { AFTER_NO_SALE } from "./after-no-sale";
import { planDecisions } from "./plan-decisions";
import { type Facts, planFacts } from "./plan-facts";
import type { Occurrence, PlannedCall } from "./planned-call";
import { nextTurn } from "./turn";

/** Calls per hour from midnight: most in the morning and after work. */
const HOURS = [1, 1, 0, 0, 1, 2, 6, 14, 26, 34, 36, 32, 27, 28, 29, 30, 33, 35, 30, 20, 12, 7, 4, 2];
/** Relative number of calls per weekday, from Sunday on. */
const WEEKDAYS = [0.42, 1.18, 1.2, 1.14, 1.1, 1.06, 0.62];
const GROWTH = 0.25;
/** The last minutes are left to the sample calls. */
const QUIET_MINUTES = 30;
const LONG_ENOUGH_SECONDS = 45;

/** All calls of the network's days before now, in order of start. Gives the same calls for the same day. */
export function planCalls(network: Network, now: Date): PlannedCall[] {
  const { timeZone } = network.company;
  const { days, callsADay, name } = network.plan;
  const planned: PlannedCall[] = [];
  for (let daysAgo = days; daysAgo >= 0; daysAgo--) {
    const random = new Random(`${name}, day ${days - daysAgo}`);
    const trend = 1 + GROWTH * (0.5 - daysAgo / days);
    const weekday = WEEKDAYS[weekdayAt(timeZone, atLocal(timeZone, now, daysAgo, 12 * 60))] ?? 1;
    const count = Math.round(callsADay * weekday * trend * (0.9 + 0.2 * random.next()));
    for (const startedAt of starts(random, count, (minutes) => atLocal(timeZone, now, daysAgo, minutes))) {
      if (startedAt.getTime() > now.getTime() - QUIET_MINUTES * MINUTE_MS) break;
      planned.push(planCall(network, planned.length, startedAt, now));
    }
  }
  return planned;
}

function starts(random: Random, count: number, at: (minutes: number) => Date): Date[] {
  const minutes = Array.from({ length: count }, () => random.weighted(HOURS) * 60 + random.next() * 60);
  return minutes
    .sort((one, other) => one - other)
    .map((minute) => new Date(Math.floor(at(minute).getTime() / 1000) * 1000));
}

function planCall(network: Network, number: number, startedAt: Date, now: Date): PlannedCall {
  const random = new Random(`${network.plan.name}, call ${number}`);
  const facts = planFacts(network, random, number, startedAt);
  const { call, transcript } = facts;
  const decisions = planDecisions(network, random, facts, now);
  return { call, transcript, occurrences: [...decisions, ...aftermath(network, random, facts, decisions)] };
}

function aftermath(network: Network, random: Random, facts: Facts, decisions: readonly Occurrence[]): Occurrence[] {
  if (!facts.buyer || facts.connectedSeconds < LONG_ENOUGH_SECONDS) return [];
  const decision = decisions.find(isAboutBuyer);
  const turns = (decision ? saysYes(decision) : convertsByItself(network, facts)) ? AFTER_A_SALE : AFTER_NO_SALE;
  return nextTurn(turns, { network, random, facts, since: decision?.at ?? facts.endedAt });
}

function isAboutBuyer(occurrence: Occurrence): boolean {
  return "body" in occurrence || (occurrence.command.kind === "update" && occurrence.command.buyer !== undefined);
}

function saysYes(occurrence: Occurrence): boolean {
  if ("body" in occurrence) return occurrence.body.converted === true;
  return occurrence.command.kind === "update" && occurrence.command.buyer?.converted === true;
}

function convertsByItself({ forecast }: Network, { call, buyer, offer, transcript, ...facts }: Facts): boolean {
  if (!buyer) return false;
  const { started_at: startedAt, duration_seconds: durationSeconds = 0, tokens = {} } = call;
  const toCome = { ...facts, startedAt, durationSeconds, offerId: offer.id, tokens, transcript };
  return forecast.converts({ buyerId: buyer.id }, toCome);
}
