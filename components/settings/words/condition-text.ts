import type { Operator } from "@/lib/evaluation/domain/condition";
import type { Condition, TokenCondition } from "@/lib/settings/contract/rule";

export const OPERATOR_WORDS: Record<Operator, string> = {
  equals: "is",
  not_equals: "is not",
  greater: "is more than",
  at_least: "is at least",
  less: "is less than",
  at_most: "is at most",
  in: "is one of",
  not_in: "is none of",
  contains: "contains",
  matches: "matches",
  exists: "is present",
  missing: "is missing",
};

/** "zip is one of 80202, 80203 and (state is CO or state is UT)"; null when every call matches. */
export function conditionText(condition: Condition): string | null {
  if (!("all" in condition) && !("any" in condition)) return tokenText(condition);
  const isAll = "all" in condition;
  const inner = isAll ? condition.all : condition.any;
  if (inner.length === 0) return isAll ? null : "any of no conditions";
  const parts = inner.map((part) => (isGroup(part) ? groupText(part, inner.length) : tokenText(part)));
  return parts.join(isAll ? " and " : " or ");
}

function groupText(condition: Condition, siblings: number): string {
  const text = conditionText(condition) ?? "anything";
  return siblings > 1 ? `(${text})` : text;
}

export function tokenText({ token, operator, values }: TokenCondition): string {
  return [token || "…", OPERATOR_WORDS[operator], values.join(", ")].join(" ").trim();
}

export function isGroup(condition: Condition): condition is Exclude<Condition, TokenCondition> {
  return "all" in condition || "any" in condition;
}
