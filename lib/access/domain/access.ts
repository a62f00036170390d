/** Permission per area. `update` includes `read`. */
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

/** Whether this access allows it. Screens, routes, keys and jobs all use this function. */
export function may(access: Access, level: "read" | "update", area: Area): boolean {
  return RANK[access[area]] >= RANK[level];
}

/** A permission as error messages and settings write it. */
export type Permission = `${Area}: ${"read" | "update"}`;

export function permission(area: Area, level: "read" | "update"): Permission {
  return `${area}: ${level}`;
}
