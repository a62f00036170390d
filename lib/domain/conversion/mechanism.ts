import type { Actor } from "../access/actor";

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

const OF_ACTOR: Record<Actor["type"], StatementMechanism> = {
  member: "manual",
  api_key: "api",
  secure_token: "secure_api",
  hook: "webhook",
  system: "import",
};

/** What a statement by this actor counts as. */
export function mechanismOfActor(actor: Actor): StatementMechanism {
  return OF_ACTOR[actor.type];
}

/** A lock stops everybody but a person. */
export function comesFromOutside(mechanism: StatementMechanism): boolean {
  return mechanism !== "manual";
}
