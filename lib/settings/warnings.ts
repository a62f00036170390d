import type { Company } from "@/lib/company/domain/company";
import { neverFires } from "@/lib/evaluation/domain/never-fires";
import type { ConversionSettings } from "./contract/conversion-settings";
import { mechanismsOf } from "./mechanisms-of";

/** Legal but unusual settings. */
export function warningsOf(settings: ConversionSettings, { decimals }: Company): string[] {
  const { rules } = mechanismsOf({ ...settings, active: true }, decimals);
  const title = (place: number) => `rule ${place + 1} “${rules[place]?.name}”`;
  const unreachable = [...neverFires(rules)].map(([place, why]) =>
    why.kind === "below"
      ? `${title(why.above)} matches every call, so ${title(place)} below it never fires.`
      : `${title(place)} never fires: it has an empty condition group.`,
  );
  const dialled = settings.converts_when_dialled && settings.duration.enabled;
  return [...unreachable, ...(dialled ? ["Every call converts when dialled, so duration has no effect."] : [])];
}
