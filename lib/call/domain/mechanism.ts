import type { Actor } from "@/lib/access/domain/actor";

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

/** Somebody said so. Everything else is derived from the facts of the call. */
export type ExplicitMechanism = "manual" | "api" | "secure_api" | "webhook" | "import";
export type AutomaticMechanism = "rule" | "duration" | "voice_agent";

const OF_ACTOR: Record<Actor["type"], ExplicitMechanism> = {
  member: "manual",
  api_key: "api",
  secure_token: "secure_api",
  webhook: "webhook",
  system: "import",
};

/** What an update by this actor counts as. */
export function mechanismOfActor(actor: Actor): ExplicitMechanism {
  return OF_ACTOR[actor.type];
}

/** A lock stops everybody but a person. */
export function comesFromOutside(mechanism: ExplicitMechanism): boolean {
  return mechanism !== "manual";
}

/** What buyers' own systems say is subject to the limits of their settings. */
export function comesFromBuyersSystem(mechanism: ExplicitMechanism): boolean {
  return mechanism === "secure_api" || mechanism === "webhook";
}
