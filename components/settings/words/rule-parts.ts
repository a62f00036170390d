import { durationText } from "@/components/ui/duration-text";
import { moneyText } from "@/components/ui/money-text";
import type { Rule, RuleAmount } from "@/lib/settings/contract/rule";
import { hoursText } from "../hours/hours-text";
import { conditionText } from "./condition-text";

export type RulePart = { readonly part: string; readonly text: string };

export const DUPLICATE_WORDS = {
  converted: "converted before",
  connected: "was connected before",
  any: "called before",
} as const;

/** The parts of a rule in the order of its form. */
export function ruleParts(rule: Rule): RulePart[] {
  return [
    { part: "name", text: rule.name },
    { part: "state", text: rule.enabled ? "active" : "paused" },
    { part: "when", text: conditionText(rule.condition) ?? "every call" },
    { part: "hours", text: ruleHoursText(rule.hours) },
    { part: "duration", text: rule.minimum_duration ? minimumText(rule.minimum_duration) : "any duration" },
    { part: "duplicates", text: rule.duplicates ? duplicatesText(rule.duplicates) : "allowed" },
    { part: "amount", text: amountText(rule.amount) },
  ];
}

/** One line; parts that restrict nothing are left out. */
export function ruleText(rule: Rule, amountHidden = false): string {
  const restrictions = [
    conditionText(rule.condition),
    rule.minimum_duration && minimumText(rule.minimum_duration),
    rule.hours && (rule.hours === "owner" ? "in business hours" : hoursText(rule.hours)),
    rule.duplicates && duplicatesText(rule.duplicates),
  ].filter((text) => typeof text === "string");
  return `${restrictions.join("; ") || "every call"} → ${amountHidden ? "an amount that you can’t see" : amountText(rule.amount)}`;
}

function ruleHoursText(hours: Rule["hours"]): string {
  if (hours === null) return "always";
  return hours === "owner" ? "business hours" : hoursText(hours);
}

function minimumText({ basis, seconds }: NonNullable<Rule["minimum_duration"]>): string {
  return `at least ${seconds} s ${basis}`;
}

function duplicatesText({ seconds, counts }: NonNullable<Rule["duplicates"]>): string {
  return `not if the caller ${DUPLICATE_WORDS[counts]} within ${spanText(seconds)}`;
}

function amountText(amount: RuleAmount | null): string {
  if (amount === null) return "the agreed price";
  if (amount.kind === "fixed") return moneyText(amount.amount);
  return `the token ${amount.token}, from ${moneyText(amount.minimum)} to ${moneyText(amount.maximum)}`;
}

const DAY = 86_400;

/** Whole days as days, other spans in their two largest units. */
function spanText(seconds: number): string {
  if (seconds % DAY !== 0 || seconds < DAY) return durationText(seconds);
  return seconds === DAY ? "1 day" : `${seconds / DAY} days`;
}
