import type { Random } from "../../../lib/base/random";
import type { Network } from "../found-network";
import { atLocal, DAY_MS, MINUTE_MS, weekdayAt } from "../local-time";
import type { Facts } from "./plan-facts";
import type { Occurrence } from "./planned-call";

/** The point from which a scenario continues: what has happened so far, and when. */
export type Scene = {
  readonly network: Network;
  readonly random: Random;
  readonly facts: Facts;
  readonly since: Date;
};

/** What happens next, with its relative frequency. */
export type Turn = { readonly weight: number; readonly play: (scene: Scene) => Occurrence[] };

export function nextTurn(turns: readonly Turn[], scene: Scene): Occurrence[] {
  return turns[scene.random.weighted(turns.map(({ weight }) => weight))]?.play(scene) ?? [];
}

/** A time during office hours on one of the next working days. */
export function atTheOffice({ network, random, since }: Scene): Date {
  const { timeZone } = network.company;
  const days = random.between(1, 4);
  const weekend = [0, 6].includes(weekdayAt(timeZone, new Date(since.getTime() + days * DAY_MS)));
  return atLocal(timeZone, since, weekend ? -(days + 2) : -days, random.between(8 * 60 + 20, 17 * 60 + 20));
}

/** Any time in the next days. */
export function daysLater({ random, since }: Scene): Date {
  return new Date(since.getTime() + random.between(20 * 60, 6 * 24 * 60) * MINUTE_MS);
}

export function minutesAfter(time: Date, minutes: number): Date {
  return new Date(time.getTime() + minutes * MINUTE_MS);
}
