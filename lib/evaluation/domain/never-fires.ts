import type { Condition } from "./condition";

/** What determines which calls a rule can match. `hours` are the effective ones: its own or its owner's. */
export type RuleReach = {
  readonly enabled: boolean;
  readonly condition: Condition;
  readonly hours: { readonly rows: readonly unknown[] } | null;
  readonly minimumSeconds: unknown;
  readonly duplicates: unknown;
};

export type NeverFires = { readonly kind: "below"; readonly above: number } | { readonly kind: "contradicts" };

/**
 * The positions of rules that can never match, with the reason: an enabled rule above matches every call, or the rule's
 * own conditions contradict each other.
 */
export function neverFires(rules: readonly RuleReach[]): ReadonlyMap<number, NeverFires> {
  const warnings = new Map<number, NeverFires>();
  let meetsAll: number | null = null;
  for (const [position, rule] of rules.entries()) {
    if (!rule.enabled) continue;
    if (meetsAll !== null) warnings.set(position, { kind: "below", above: meetsAll });
    else if (reachOf(rule.condition) === "nothing") warnings.set(position, { kind: "contradicts" });
    else if (meetsEveryCall(rule)) meetsAll = position;
  }
  return warnings;
}

function meetsEveryCall({ condition, hours, minimumSeconds, duplicates }: RuleReach): boolean {
  const isAlwaysOpen = hours === null || hours.rows.length === 0;
  return isAlwaysOpen && minimumSeconds === null && duplicates === null && reachOf(condition) === "everything";
}

function reachOf(condition: Condition): "everything" | "nothing" | "some" {
  if ("all" in condition) {
    const inner = condition.all.map(reachOf);
    if (inner.includes("nothing")) return "nothing";
    return inner.every((reach) => reach === "everything") ? "everything" : "some";
  }
  if ("any" in condition) {
    const inner = condition.any.map(reachOf);
    if (inner.includes("everything")) return "everything";
    return inner.every((reach) => reach === "nothing") ? "nothing" : "some";
  }
  return "some";
}
