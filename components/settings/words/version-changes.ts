import { SECTION_LABELS, SECTIONS, type SectionId } from "../section-id";
import type { FormSettings } from "../settings-form";
import { ruleParts } from "./rule-parts";
import { settingsWords } from "./settings-words";

export type VersionChange = { readonly label: string; readonly from: string | null; readonly to: string | null };

/** `from` or `to` is null where something was added or removed. */
export function versionChanges(before: FormSettings, after: FormSettings): VersionChange[] {
  const [old, now] = [settingsWords(before), settingsWords(after)];
  const sections = SECTIONS.filter((section) => section !== "rules" && section !== "prices");
  return [
    ...sections.flatMap((section) => sectionChange(section, old[section], now[section])),
    ...ruleChanges(before, after),
  ];
}

function sectionChange(section: SectionId, before: string[] = [], after: string[] = []): VersionChange[] {
  const gone = before.filter((line) => !after.includes(line));
  const come = after.filter((line) => !before.includes(line));
  if (gone.length === 0 && come.length === 0) return [];
  return [{ label: SECTION_LABELS[section], from: gone.join(" ") || null, to: come.join(" ") || null }];
}

function ruleChanges(before: FormSettings, after: FormSettings): VersionChange[] {
  const earlierRules = new Map(before.rules.map((rule, position) => [rule.id, { rule, position }]));
  const keptIds = new Set(after.rules.map(({ id }) => id));
  const places = after.rules.flatMap(({ id }) => earlierRules.get(id)?.position ?? []);
  const stayed = new Set(longestRise(places));
  return [
    ...before.rules
      .filter(({ id }) => !keptIds.has(id))
      .map((rule) => ({ label: `Rule “${rule.name}”`, from: null, to: "removed" })),
    ...after.rules.flatMap((rule, position): VersionChange[] => {
      const earlier = earlierRules.get(rule.id);
      const label = `Rule “${rule.name}”`;
      if (!earlier) return [{ label, from: null, to: `added as rule ${position + 1}` }];
      const was = ruleParts(earlier.rule);
      const parts = ruleParts(rule).flatMap(({ part, text }, at) => {
        const from = was[at]?.text ?? "";
        return from === text ? [] : [{ label: `${label}, ${part}`, from, to: text }];
      });
      const moved = { label: `${label}, position`, from: String(earlier.position + 1), to: String(position + 1) };
      return stayed.has(earlier.position) ? parts : [...parts, moved];
    }),
  ];
}

/** The longest rising subsequence: rules outside of it were moved. */
function longestRise(places: readonly number[]): number[] {
  const rises: number[][] = [];
  for (const place of places) {
    const before = rises.filter((rise) => (rise.at(-1) ?? -1) < place);
    const longest = before.reduce((best, rise) => (rise.length > best.length ? rise : best), [] as number[]);
    rises.push([...longest, place]);
  }
  return rises.reduce((best, rise) => (rise.length > best.length ? rise : best), []);
}
