import type { ConversionSettings } from "@/lib/settings/contract/conversion-settings";
import type { Rule } from "@/lib/settings/contract/rule";

/** Assigns rule ids: a rule keeps the id it had under the same name. */
export function numbered<Settings extends ConversionSettings>(settings: Settings, before: readonly Rule[]): Settings {
  const numberOf = new Map(before.map(({ name, id }) => [name, id]));
  const rules = settings.rules.map((rule) => ({ ...rule, id: numberOf.get(rule.name) ?? null }));
  return { ...settings, rules };
}
