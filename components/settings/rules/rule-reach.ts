import { neverFires, type RuleReach } from "@/lib/evaluation/domain/never-fires";
import type { BusinessHours, Rule } from "@/lib/settings/contract/rule";

const ANYTHING: RuleReach = {
  enabled: true,
  condition: { all: [] },
  hours: null,
  minimumSeconds: null,
  duplicates: null,
};

/** Resolves `owner` hours to the owner's business hours. */
export function ruleReaches(rules: readonly Rule[], ownerHours: BusinessHours | null): RuleReach[] {
  return rules.map(({ enabled, condition, hours, minimum_duration, duplicates }) => ({
    enabled,
    condition,
    hours: hours === "owner" ? ownerHours : hours,
    minimumSeconds: minimum_duration,
    duplicates,
  }));
}

/** Position of the first rule that matches every call; null when there is none. */
export function takesEveryCall(rules: readonly Rule[], ownerHours: BusinessHours | null): number | null {
  const below = neverFires([...ruleReaches(rules, ownerHours), ANYTHING]).get(rules.length);
  return below?.kind === "below" ? below.above : null;
}
