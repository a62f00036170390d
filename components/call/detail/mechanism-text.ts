import type { Mechanism } from "@/lib/call/domain/mechanism";

const TEXT: Readonly<Record<Mechanism, string>> = {
  manual: "manually",
  api: "via the API",
  secure_api: "via the secure API",
  webhook: "via the buyer’s webhook",
  import: "via an import",
  rule: "by a rule",
  duration: "by duration",
  voice_agent: "by the voice agent",
  follows_buyer: "with the buyer",
};

function ruleText({ id, name }: { id: number; name: string | null }): string {
  return name === null ? `rule ${id}` : `rule ${id} “${name}”`;
}

/** The mechanism as the end of a sentence. Unknown mechanisms show their own name. */
export function mechanismText(mechanism: string, rule: { id: number; name: string | null } | null = null): string {
  if (mechanism === "rule" && rule) return `by ${ruleText(rule)}`;
  return isNamed(mechanism) ? TEXT[mechanism] : `by ${mechanism.replaceAll("_", " ")}`;
}

function isNamed(mechanism: string): mechanism is Mechanism {
  return Object.hasOwn(TEXT, mechanism);
}
