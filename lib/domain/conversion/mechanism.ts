/** How a side came to its decision ("converted by"). */
export const MECHANISMS = [
  "manual",
  "api",
  "secure_api",
  "webhook",
  "import",
  "rule",
  "duration",
  "voice_agent",
  "follows_buyer",
] as const;
export type Mechanism = (typeof MECHANISMS)[number];

/** Statements: somebody said so. Everything else is derived from the facts of the call. */
export type StatementMechanism = "manual" | "api" | "secure_api" | "webhook" | "import";
export type AutomaticMechanism = "rule" | "duration" | "voice_agent";

/** A lock stops everybody but a person. */
export function comesFromOutside(mechanism: StatementMechanism): boolean {
  return mechanism !== "manual";
}
