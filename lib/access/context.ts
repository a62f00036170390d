import type { Company } from "@/lib/company/domain/company";
import type { Clock } from "@/lib/platform/config/clock";
import type { Actor } from "./domain/actor";

/** On whose behalf a verb runs. Made by whoever authenticated the actor, and by nobody else. */
export type Context = {
  readonly company: Company;
  readonly actor: Actor;
  readonly now: Clock;
};
