import { SECTIONS, type SectionId } from "./section-id";
import type { FormSettings, SettingsForm } from "./settings-form";

const PARTS: Record<Exclude<SectionId, "prices">, readonly (keyof FormSettings)[]> = {
  state: ["active"],
  duration: ["duration"],
  dialled: ["converts_when_dialled"],
  with_buyer: ["converts_with_buyer"],
  statements: ["webhook", "statements"],
  hours: ["business_hours"],
  rules: ["rules"],
  voice: ["voice_agent"],
};

/** The sections that differ, in the order of the page. */
export function editedSections(values: SettingsForm, reference: SettingsForm): SectionId[] {
  return SECTIONS.filter((section) => textOf(section, values) !== textOf(section, reference));
}

/** Takes the given sections from the other values. */
export function withSections(onto: SettingsForm, from: SettingsForm, sections: readonly SectionId[]): SettingsForm {
  const settings = { ...onto.settings };
  for (const section of sections) {
    if (section !== "prices") Object.assign(settings, pick(from.settings, PARTS[section]));
  }
  const { default_price, prices, default_payout, payouts } = sections.includes("prices") ? from : onto;
  return { note: from.note, settings, default_price, prices, default_payout, payouts };
}

function textOf(section: SectionId, values: SettingsForm): string {
  if (section !== "prices") return stableText(pick(values.settings, PARTS[section]));
  const { default_price, prices, default_payout, payouts } = values;
  return stableText({ default_price, prices, default_payout, payouts });
}

function pick(settings: FormSettings, keys: readonly (keyof FormSettings)[]): Partial<FormSettings> {
  return Object.fromEntries(keys.filter((key) => key in settings).map((key) => [key, settings[key]]));
}

/** Equal text for equal content, whatever the order of keys. */
function stableText(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
