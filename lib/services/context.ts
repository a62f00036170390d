import type { Clock } from "@/lib/config/clock";
import type { Actor } from "@/lib/domain/access/actor";
import type { Company } from "@/lib/domain/company/company";

/** On whose behalf a verb runs. Made by whoever authenticated the actor, and by nobody else. */
export type Context = {
  readonly company: Company;
  readonly actor: Actor;
  readonly now: Clock;
};
