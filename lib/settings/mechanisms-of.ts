import { parseMoney } from "@/lib/base/money";
import type { BusinessHours } from "@/lib/evaluation/domain/business-hours";
import { type Mechanisms, NO_MECHANISMS } from "@/lib/evaluation/domain/evaluate";
import type { Rule, RuleAmount } from "@/lib/evaluation/domain/rule";
import type { ConversionSettings } from "./contract/conversion-settings";
import type * as Contract from "./contract/rule";

/** The active mechanisms of a settings document; none while paused. */
export function mechanismsOf(settings: ConversionSettings, decimals: number): Mechanisms {
  if (!settings.active) return NO_MECHANISMS;
  const { duration, voice_agent: voice } = settings;
  return {
    rules: settings.rules.map((ruleDocument) => rule(ruleDocument, settings.business_hours, decimals)),
    voiceAgent: voice.enabled ? { phrases: voice.phrases, tokens: voice.tokens } : null,
    duration: duration.enabled ? { basis: duration.basis, longerThanSeconds: duration.longer_than_seconds } : null,
    whenDialled: settings.converts_when_dialled,
  };
}

function rule(ruleDocument: Contract.Rule, ownersHours: Contract.BusinessHours | null, decimals: number): Rule {
  const own = ruleDocument.hours === "owner" ? ownersHours : ruleDocument.hours;
  return {
    id: ruleDocument.id ?? 0,
    name: ruleDocument.name,
    enabled: ruleDocument.enabled,
    condition: ruleDocument.condition,
    hours: own && hours(own),
    minimumSeconds: ruleDocument.minimum_duration,
    duplicates: ruleDocument.duplicates,
    amount: ruleDocument.amount && amount(ruleDocument.amount, decimals),
  };
}

export function hours({ time_zone, rows }: Contract.BusinessHours): BusinessHours {
  return {
    timeZone: time_zone,
    rows: rows.map(({ weekday, open, close }) => ({ weekday, open: minuteOfDay(open), close: minuteOfDay(close) })),
  };
}

function minuteOfDay(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

function amount(ruleAmount: Contract.RuleAmount, decimals: number): RuleAmount {
  const minor = (text: string) => parseMoney(text, decimals) ?? 0n;
  if (ruleAmount.kind === "fixed") return { kind: "fixed", amountMinor: minor(ruleAmount.amount) };
  return {
    kind: "token",
    token: ruleAmount.token,
    minimumMinor: minor(ruleAmount.minimum),
    maximumMinor: minor(ruleAmount.maximum),
  };
}
