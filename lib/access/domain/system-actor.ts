import type { Actor } from "./actor";
import { SYSTEM_ACCESS } from "./roles";

/** What Callmark does by itself: evaluating, and applying updates that waited. */
export const AUTOMATIC: Actor = { type: "system", id: null, name: "Automatic", access: SYSTEM_ACCESS };
