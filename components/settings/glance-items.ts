import type { SectionId } from "./section-id";
import type { FormSettings } from "./settings-form";

export type GlanceItem = {
  readonly section: SectionId;
  readonly label: string;
  readonly on: boolean;
  readonly detail: string;
};

export function glanceItems(settings: FormSettings): GlanceItem[] {
  const { rules, duration, voice_agent: voice } = settings;
  const inUse = rules.filter(({ enabled }) => enabled).length;
  const signals = voice.phrases.length + voice.tokens.length;
  return [
    item("rules", "Rules", inUse > 0, inUse > 0 ? String(inUse) : rules.length > 0 ? "all paused" : "none"),
    item("voice", "Voice agent", voice.enabled, count(signals, "signal")),
    item("duration", "Duration", duration.enabled, `> ${duration.longer_than_seconds} s ${duration.basis}`),
    item("dialled", "When dialled", settings.converts_when_dialled, "every call"),
    ...(settings.converts_with_buyer === undefined
      ? []
      : [item("with_buyer", "With the buyer", settings.converts_with_buyer, "follows")]),
    ...(settings.webhook ? [item("statements", "Webhook", settings.webhook.enabled, "")] : []),
  ];
}

function item(section: SectionId, label: string, on: boolean, detail: string): GlanceItem {
  const isRules = section === "rules";
  return { section, label, on, detail: on ? detail || "on" : isRules ? detail : "off" };
}

function count(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? "" : "s"}`;
}
