import type { Condition } from "./condition";
import type { Mechanisms } from "./evaluate";

const cache = new WeakMap<Mechanisms, ReadonlySet<string>>();

/** Names of the tokens that these mechanisms use. Other system tokens are not computed. */
export function askedTokens(mechanisms: Mechanisms): ReadonlySet<string> {
  const before = cache.get(mechanisms);
  if (before) return before;
  const asked = new Set([
    ...mechanisms.rules.flatMap(({ condition, amount }) => [
      ...namesIn(condition),
      ...(amount?.kind === "token" ? [amount.token] : []),
    ]),
    ...(mechanisms.voiceAgent?.tokens ?? []).flatMap(namesIn),
  ]);
  cache.set(mechanisms, asked);
  return asked;
}

function namesIn(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(namesIn);
  return "any" in condition ? condition.any.flatMap(namesIn) : [condition.token];
}
