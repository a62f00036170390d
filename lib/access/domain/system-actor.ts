import type { Actor } from "./actor";
import { SYSTEM_ACCESS } from "./roles";

/** Automatic work of Callmark: evaluations, and updates that waited. */
export const AUTOMATIC: Actor = { type: "system", id: null, name: "Automatic", access: SYSTEM_ACCESS };
