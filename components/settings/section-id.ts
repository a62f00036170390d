export const SECTIONS = [
  "state",
  "prices",
  "duration",
  "dialled",
  "with_buyer",
  "statements",
  "hours",
  "rules",
  "voice",
] as const;
export type SectionId = (typeof SECTIONS)[number];

export const SECTION_LABELS: Record<SectionId, string> = {
  state: "Automatic conversion",
  prices: "Prices",
  duration: "Duration",
  dialled: "Converts when dialled",
  with_buyer: "Converts with the buyer",
  statements: "Buyer-reported conversions",
  hours: "Business hours",
  rules: "Rules",
  voice: "Voice agent",
};

export function anchorOf(section: SectionId): string {
  return `section-${section.replace("_", "-")}`;
}
