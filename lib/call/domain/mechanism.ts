import type { Actor } from "@/lib/access/domain/actor";

/** Mechanisms of explicit updates. */
const EXPLICIT = ["manual", "api", "secure_api", "webhook", "import"] as const;
export type ExplicitMechanism = (typeof EXPLICIT)[number];

/** Derived from the facts. */
export const AUTOMATIC = ["rule", "duration", "voice_agent"] as const;
export type AutomaticMechanism = (typeof AUTOMATIC)[number];

/** How a side was decided ("converted by"). */
export const MECHANISMS = [...EXPLICIT, ...AUTOMATIC, "follows_buyer"] as const;
export type Mechanism = (typeof MECHANISMS)[number];

const WITHOUT_UPDATE: ReadonlySet<string> = new Set([...AUTOMATIC, "follows_buyer"]);

/** Whether the facts or the other side decided, and not an explicit update. False for names that are not known. */
export function decidesWithoutUpdate(mechanism: string): boolean {
  return WITHOUT_UPDATE.has(mechanism);
}

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
