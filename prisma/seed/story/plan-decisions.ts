import type { Actor } from "@/lib/access/domain/actor";
import { formatMoney } from "@/lib/base/money";
import type { Random } from "../../../lib/base/random";
import type { Network } from "../found-network";
import { atLocal, DAY_MS, MINUTE_MS } from "../local-time";
import type { Habit } from "../networks/network-plan";
import { posts, updateBy } from "./occurrences";
import type { Facts } from "./plan-facts";
import type { Occurrence } from "./planned-call";

const SOLD = 0.58;
const SAYS_NO = 0.12;
const STATES_REVENUE = 0.3;
const LONG_ENOUGH_TO_SELL_SECONDS = 75;

/** The first explicit updates of a call, if any. */
export function planDecisions(network: Network, random: Random, facts: Facts, now: Date): Occurrence[] {
  const { buyer, source, offer, endedAt } = facts;
  const isSilent = buyer?.habit?.by === "webhook" && hasFallenSilent(buyer.habit, now, endedAt);
  return [
    ...(buyer?.habit && !isSilent ? decided(network, random, facts, "buyer", buyer.habit, buyer.priceMinor) : []),
    ...(source && offer.habit ? decided(network, random, facts, "offer", offer.habit, null) : []),
  ];
}

function hasFallenSilent({ silentDays = 0 }: Webhook, now: Date, at: Date): boolean {
  return now.getTime() - at.getTime() < silentDays * DAY_MS;
}

type Webhook = Extract<Habit, { readonly by: "webhook" }>;

function decided(
  network: Network,
  random: Random,
  facts: Facts,
  side: "buyer" | "offer",
  habit: Habit,
  priceMinor: bigint | null,
): Occurrence[] {
  const talked = facts.connectedSeconds >= LONG_ENOUGH_TO_SELL_SECONDS;
  const converted = random.chance(SOLD);
  if (!talked || (!converted && !random.chance(SAYS_NO / (1 - SOLD)))) return [];
  const at = updateTime(network, random, facts.endedAt, habit);
  const amount = priceMinor !== null && converted && random.chance(STATES_REVENUE) && habit.by !== "manual";
  const amountMinor = amount ? (priceMinor ?? 0n) + BigInt(random.between(0, 4)) * 250n : undefined;
  if (habit.by === "webhook") {
    const revenue = amountMinor === undefined ? {} : { revenue: formatMoney(amountMinor, network.company.decimals) };
    return [posts(facts.buyer?.id ?? 0, at, { converted, ...revenue, ...named(facts, at) })];
  }
  const update = { [side]: { converted, ...(amountMinor === undefined ? {} : { amountMinor }) } };
  return [updateBy(speaker(network, habit.by), at, update, noted(random, facts, habit))];
}

function speaker({ staff, key, token, system }: Network, by: Exclude<Habit["by"], "webhook">): Actor {
  return { manual: staff.operator, api: key, secure_api: token, import: system }[by];
}

function updateTime({ company }: Network, random: Random, endedAt: Date, habit: Habit): Date {
  if ("afterMinutes" in habit) {
    return new Date(endedAt.getTime() + habit.afterMinutes * (0.3 + 1.4 * random.next()) * MINUTE_MS);
  }
  const minutes = habit.by === "import" ? 18 * 60 + 5 : random.between(8 * 60 + 30, 17 * 60);
  return atLocal(company.timeZone, endedAt, -1, minutes);
}

/** Buyers number their sales, and send the time of the sale. */
function named({ call }: Facts, at: Date) {
  return { reference: `${call.external_id}-sale`, occurred_at: new Date(at.getTime() - MINUTE_MS).toISOString() };
}

function noted(random: Random, { call }: Facts, { by }: Habit) {
  if (by === "secure_api" && random.chance(0.5))
    return { tokens: { order: `${call.external_id}-${random.between(100, 999)}` } };
  return {};
}
