import type { Actor } from "@/lib/domain/access/actor";
import type { Company } from "@/lib/domain/company/company";
import type { Clock } from "@/lib/platform/config/clock";

/** On whose behalf a verb runs. Made by whoever authenticated the actor, and by nobody else. */
export type Context = {
  readonly company: Company;
  readonly actor: Actor;
  readonly now: Clock;
};
