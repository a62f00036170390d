import type { Actor } from "@/lib/access/domain/actor";

/** How a side was decided ("converted by"). */
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

/** Mechanisms of explicit updates. All others are derived from the facts. */
export type ExplicitMechanism = "manual" | "api" | "secure_api" | "webhook" | "import";
export type AutomaticMechanism = "rule" | "duration" | "voice_agent";

const OF_ACTOR: Record<Actor["type"], ExplicitMechanism> = {
  member: "manual",
  api_key: "api",
  secure_token: "secure_api",
  webhook: "webhook",
  system: "import",
};

/** The mechanism of updates by this actor. */
export function mechanismOfActor(actor: Actor): ExplicitMechanism {
  return OF_ACTOR[actor.type];
}

/** A lock holds these updates in the inbox. Only a person's updates pass. */
export function comesFromOutside(mechanism: ExplicitMechanism): boolean {
  return mechanism !== "manual";
}

/** Updates from buyers' own systems are subject to the limits in the buyer's settings. */
export function comesFromBuyersSystem(mechanism: ExplicitMechanism): boolean {
  return mechanism === "secure_api" || mechanism === "webhook";
}
