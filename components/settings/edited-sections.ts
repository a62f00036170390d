import { SECTIONS, type SectionId } from "./section-id";
import type { FormSettings, SettingsForm } from "./settings-form";

/** Where each setting is edited. */
const SECTION_OF: Readonly<Record<keyof FormSettings, SectionId>> = {
  active: "state",
  duration: "duration",
  converts_when_dialled: "dialled",
  converts_with_buyer: "with_buyer",
  webhook: "statements",
  statements: "statements",
  business_hours: "hours",
  rules: "rules",
  voice_agent: "voice",
};

/** The sections that differ, in the order of the page. */
export function editedSections(values: SettingsForm, reference: SettingsForm): SectionId[] {
  return SECTIONS.filter((section) => textOf(section, values) !== textOf(section, reference));
}

/** Takes the given sections from the other values. */
export function withSections(onto: SettingsForm, from: SettingsForm, sections: readonly SectionId[]): SettingsForm {
  const settings = { ...onto.settings };
  for (const section of sections) {
    if (section !== "prices") Object.assign(settings, partOf(from.settings, section));
  }
  const { default_price, prices, default_payout, payouts } = sections.includes("prices") ? from : onto;
  return { note: from.note, settings, default_price, prices, default_payout, payouts };
}

function textOf(section: SectionId, values: SettingsForm): string {
  if (section !== "prices") return stableText(partOf(values.settings, section));
  const { default_price, prices, default_payout, payouts } = values;
  return stableText({ default_price, prices, default_payout, payouts });
}

function partOf(settings: FormSettings, section: SectionId): Partial<FormSettings> {
  const isEdited = ([key]: [string, unknown]) => SECTION_OF[key as keyof FormSettings] === section;
  return Object.fromEntries(Object.entries(settings).filter(isEdited));
}

/** Equal text for equal content, whatever the order of keys. */
function stableText(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
