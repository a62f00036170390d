import type { Visitor } from "@/lib/access/sign-in";

/** Somebody who signs in from a device that nobody knows. */
export const STRANGER: Visitor = { network: null, address: null, userAgent: "", deviceOf: () => undefined };
