/** What somebody may do, field by field. `update` includes `read`. */
export const AREAS = [
  "calls",
  "call.details",
  "call.tokens",
  "call.buyer_converted",
  "call.offer_converted",
  "call.revenue",
  "call.payout",
  "billing",
  "rollups",
  "adjustments",
  "settings",
  "keys",
  "members",
] as const;
export type Area = (typeof AREAS)[number];
export type Level = "none" | "read" | "update";
export type Access = Readonly<Record<Area, Level>>;

const RANK: Record<Level, number> = { none: 0, read: 1, update: 2 };

/** May somebody with this access do this to that area? Screens, routes, keys and jobs all ask here. */
export function may(access: Access, level: "read" | "update", area: Area): boolean {
  return RANK[access[area]] >= RANK[level];
}

/** A permission as messages and settings name it. */
export type Permission = `${Area}: ${"read" | "update"}`;

export function permission(area: Area, level: "read" | "update"): Permission {
  return `${area}: ${level}`;
}
