import { patternWeight } from "@/lib/evaluation/domain/pattern-weight";
import type { ConversionSettings } from "./contract/conversion-settings";
import type { Condition, TokenCondition } from "./contract/rule";
import { isPattern } from "./match-pattern";

/** Each call is matched against all patterns; a higher total would take seconds per call. */
const WEIGHT_AT_MOST = 50_000;

const PHRASES_AT_MOST = 1_000;

/** Errors for invalid patterns, and for patterns that are too slow together, by field. */
export function weightErrors({ rules, voice_agent: voice }: ConversionSettings): Record<string, string> {
  const errors: Record<string, string> = {};
  const phrases = voice.phrases.reduce((sum, { excluding }) => sum + 1 + excluding.length, 0);
  if (phrases > PHRASES_AT_MOST) {
    errors["settings.voice_agent.phrases"] = `Enter at most ${PHRASES_AT_MOST} phrases, including exceptions.`;
  }
  const patterns = [
    ...rules.flatMap(({ condition }, place) => patternsOf(condition, `settings.rules.${place}.condition`)),
    ...voice.tokens.flatMap((condition, place) => patternsOf(condition, `settings.voice_agent.tokens.${place}`)),
  ];
  let weight = 0;
  for (const { pattern, at } of patterns) {
    weight += patternWeight(pattern);
    if (weight > WEIGHT_AT_MOST) {
      errors[`${at}.values`] =
        "The patterns are too complex together. Use shorter patterns with smaller counts in { }.";
      break;
    }
    if (!isPattern(pattern)) {
      errors[`${at}.values`] =
        "Enter a short pattern in RE2 syntax, without look-around, back-references or large counts.";
    }
  }
  return errors;
}

type LocatedPattern = { readonly pattern: string; readonly at: string };

function patternsOf(condition: Condition, at: string): LocatedPattern[] {
  if ("token" in condition) {
    const { operator, values }: TokenCondition = condition;
    return operator === "matches" ? values.map((pattern) => ({ pattern, at })) : [];
  }
  const kind = "all" in condition ? "all" : "any";
  const inner: readonly Condition[] = "all" in condition ? condition.all : condition.any;
  return inner.flatMap((condition, place) => patternsOf(condition, `${at}.${kind}.${place}`));
}
