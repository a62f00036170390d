const TEXT: Readonly<Record<string, string>> = {
  manual: "by hand",
  api: "through the API",
  secure_api: "through the secure API",
  webhook: "by the buyer’s webhook",
  import: "by an import",
  rule: "by a rule",
  duration: "by duration",
  voice_agent: "by the voice agent",
  follows_buyer: "following the buyer",
};

/** "rule 2 “Booked”". */
function ruleText({ id, name }: { id: number; name: string | null }): string {
  return name === null ? `rule ${id}` : `rule ${id} “${name}”`;
}

/** How something was decided, as the end of a sentence. Later mechanisms show by their own name. */
export function mechanismText(mechanism: string, rule: { id: number; name: string | null } | null = null): string {
  if (mechanism === "rule" && rule) return `by ${ruleText(rule)}`;
  return TEXT[mechanism] ?? `by ${mechanism.replaceAll("_", " ")}`;
}
