import { moneyText } from "@/components/ui/money-text";
import type { Phrase } from "@/lib/settings/contract/rule";
import { hoursText } from "../hours/hours-text";
import type { SectionId } from "../section-id";
import type { FormSettings } from "../settings-form";
import { tokenText } from "./condition-text";
import { ruleText } from "./rule-parts";

/** What the settings say, section by section, in sentences; sections that this kind of owner does not have say nothing. */
export function settingsWords(settings: FormSettings): Partial<Record<SectionId, string[]>> {
  return {
    state: [settings.active ? "In use." : "Paused: nothing converts by itself."],
    duration: [durationWords(settings.duration)],
    dialled: [settings.converts_when_dialled ? "Every call converts as soon as it is known." : "Off."],
    ...(settings.converts_with_buyer !== undefined && {
      with_buyer: [settings.converts_with_buyer ? "Goes where the buyer side goes." : "Off."],
    }),
    ...(settings.statements && {
      statements: [
        settings.webhook?.enabled ? "May post to its own webhook." : "Its webhook is switched off.",
        ...statementWords(settings.statements),
      ],
    }),
    hours: [settings.business_hours ? `${upperFirst(hoursText(settings.business_hours))}.` : "Always open."],
    rules: settings.rules.map(
      (rule) => `${rule.name || "Unnamed"}${rule.enabled ? "" : " (paused)"}: ${ruleText(rule)}`,
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
  const said = {
    accepted: "The revenue it states counts.",
    bounded: `The revenue it states counts${bounds.length > 0 ? `, ${bounds.join(" and ")}` : ""}.`,
    ignored: "The revenue it states is ignored: the agreed price counts.",
  };
  return [
    said[revenue],
    days === null
      ? "May take a conversion back for ever."
      : `May take a conversion back until ${days} days after the call.`,
  ];
}

function phraseWords({ text, speaker, excluding }: Phrase): string {
  const not = excluding.length > 0 ? `, not in ${excluding.map((each) => `“${each}”`).join(", ")}` : "";
  return `“${text}” said by ${speaker === null ? "anybody" : `the ${speaker}`}${not}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
