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

/** How something was decided, as the end of a sentence. Later mechanisms show by their own name. */
export function mechanismText(mechanism: string, rule: { id: number } | null = null): string {
  if (mechanism === "rule" && rule) return `by rule ${rule.id}`;
  return TEXT[mechanism] ?? `by ${mechanism.replaceAll("_", " ")}`;
}
