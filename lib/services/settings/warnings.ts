import type { Condition, ConversionSettings, Rule } from "@/lib/contracts/conversion-settings";

/** What is legal but seldom meant. */
export function warningsOf({ rules, duration, converts_when_dialled: dialled }: ConversionSettings): string[] {
  const place = rules.findIndex(meetsEveryCall);
  const always = rules[place];
  const below = rules.slice(place + 1).filter(({ enabled }) => enabled);
  return [
    ...(always && below.length > 0
      ? [`Every call meets rule ${place + 1} “${always.name}”: the rules below it never fire.`]
      : []),
    ...(always && duration.enabled
      ? [`Every call meets rule ${place + 1} “${always.name}”: duration never decides.`]
      : []),
    ...(dialled && duration.enabled ? ["Every call converts when dialled: duration never decides."] : []),
  ];
}

/** Whether nothing is asked of a call. */
export function meetsEveryCall(rule: Rule): boolean {
  const { enabled, hours, minimum_duration: minimum, duplicates, condition } = rule;
  return enabled && hours === null && minimum === null && duplicates === null && asksNothing(condition);
}

function asksNothing(condition: Condition): boolean {
  return "all" in condition ? condition.all.every(asksNothing) : "any" in condition && condition.any.some(asksNothing);
}
