import type { Actor } from "@/lib/access/domain/actor";
import { ROLES, SECURE_TOKEN_ACCESS, WEBHOOK_ACCESS } from "@/lib/access/domain/roles";

export const OWNER: Actor = { type: "member", id: 1, name: "Olga Owner", access: ROLES.owner };
export const VIEWER: Actor = { type: "member", id: 2, name: "Vera Viewer", access: ROLES.viewer };
/** A system of the buyer that posts to its webhook. */
export const BUYERS_WEBHOOK: Actor = { type: "webhook", id: 3, name: "Birch Roofing", access: WEBHOOK_ACCESS };
export const SECURE_TOKEN: Actor = { type: "secure_token", id: 4, name: "Secure token", access: SECURE_TOKEN_ACCESS };
