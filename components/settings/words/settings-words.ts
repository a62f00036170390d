import { moneyText } from "@/components/ui/money-text";
import type { Phrase } from "@/lib/settings/contract/rule";
import { hoursText } from "../hours/hours-text";
import type { SectionId } from "../section-id";
import type { FormSettings } from "../settings-form";
import { tokenText } from "./condition-text";
import { ruleText } from "./rule-parts";

type SectionWords = Readonly<Record<SectionId, string[] | undefined>>;

/** Sentences by section; undefined for prices, and for sections that the owner doesn't have. */
export function settingsWords(
  settings: FormSettings,
  { amountsHidden }: { readonly amountsHidden?: boolean | undefined } = {},
): SectionWords {
  return {
    prices: undefined,
    state: [settings.active ? "Active." : "Paused."],
    duration: [durationWords(settings.duration)],
    dialled: [settings.converts_when_dialled ? "Every call converts as soon as it arrives." : "Off."],
    with_buyer:
      settings.converts_with_buyer === undefined
        ? undefined
        : [settings.converts_with_buyer ? "Follows the buyer side." : "Off."],
    statements: settings.statements && [
      settings.webhook?.enabled ? "The buyer’s webhook is on." : "The buyer’s webhook is off.",
      ...statementWords(settings.statements),
    ],
    hours: [settings.business_hours ? `${upperFirst(hoursText(settings.business_hours))}.` : "Always open."],
    rules: settings.rules.map(
      (rule) => `${rule.name || "Unnamed"}${rule.enabled ? "" : " (paused)"}: ${ruleText(rule, amountsHidden)}`,
    ),
    voice: [
      settings.voice_agent.enabled ? "On." : "Off.",
      ...settings.voice_agent.phrases.map(phraseWords),
      ...settings.voice_agent.tokens.map((token) => `Token ${tokenText(token)}`),
    ],
  };
}

function durationWords({ enabled, basis, longer_than_seconds: seconds }: FormSettings["duration"]): string {
  if (!enabled) return "Off.";
  return `Longer than ${seconds} s ${basis}: the first converting second is ${seconds + 1}.`;
}

function statementWords(statements: NonNullable<FormSettings["statements"]>): string[] {
  const { revenue, minimum, maximum, take_back_days: days } = statements;
  const bounds = [
    minimum === null ? null : `at least ${moneyText(minimum)}`,
    maximum === null ? null : `at most ${moneyText(maximum)}`,
  ].filter((bound) => bound !== null);
  const revenueText = {
    accepted: "Accepts any reported revenue.",
    bounded: `Accepts reported revenue${bounds.length > 0 ? ` of ${bounds.join(" and ")}` : ""}.`,
    ignored: "Ignores reported revenue and uses the agreed price.",
  };
  return [
    revenueText[revenue],
    days === null
      ? "Conversions can be reversed at any time."
      : `Conversions can be reversed until ${days} days after the call.`,
  ];
}

function phraseWords({ text, speaker, excluding }: Phrase): string {
  const not = excluding.length > 0 ? `, except in ${excluding.map((phrase) => `“${phrase}”`).join(", ")}` : "";
  return `“${text}” said by ${speaker === null ? "anyone" : `the ${speaker}`}${not}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
