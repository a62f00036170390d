import { type Access, AREAS, type Area, type Level, may } from "./access";

function everything(level: Level): Access {
  return Object.fromEntries(AREAS.map((area) => [area, level])) as Record<Area, Level>;
}

const NOTHING = everything("none");
const READS_CALLS: Access = {
  ...NOTHING,
  calls: "read",
  "call.details": "read",
  "call.buyer_converted": "read",
  "call.offer_converted": "read",
};
const FLIPS_CONVERSIONS: Access = {
  ...READS_CALLS,
  calls: "update",
  "call.tokens": "update",
  "call.buyer_converted": "update",
  "call.offer_converted": "update",
};

export const ROLES = {
  owner: everything("update"),
  admin: everything("update"),
  /** Changes conversions and amounts. */
  manager: {
    ...FLIPS_CONVERSIONS,
    "call.revenue": "update",
    "call.payout": "update",
    billing: "read",
    rollups: "update",
    settings: "read",
  },
  /** Changes conversions, sees no amounts. */
  operator: FLIPS_CONVERSIONS,
  /** Reads amounts and runs the books, changes no conversions. */
  billing: {
    ...READS_CALLS,
    "call.revenue": "read",
    "call.payout": "read",
    billing: "update",
    rollups: "update",
    adjustments: "update",
  },
  viewer: READS_CALLS,
} satisfies Record<string, Access>;
export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as [Role, ...Role[]];

/** A buyer's system with the company's secure token: updates conversions and reads them. */
export const SECURE_TOKEN_ACCESS: Access = {
  ...NOTHING,
  "call.tokens": "update",
  "call.buyer_converted": "update",
  "call.offer_converted": "update",
  "call.revenue": "update",
};

/** A buyer's own webhook or token: the same, but only the buyer side of its calls. */
export const WEBHOOK_ACCESS: Access = { ...SECURE_TOKEN_ACCESS, "call.offer_converted": "none" };

/** Background work of the company. */
export const SYSTEM_ACCESS: Access = everything("update");

export function isRole(role: string): role is Role {
  return Object.hasOwn(ROLES, role);
}

/** A role with overrides. Unknown values grant nothing. */
export function accessOf(role: string, exceptions: Readonly<Record<string, unknown>>): Access {
  const base: Access = isRole(role) ? ROLES[role] : NOTHING;
  const own = Object.entries(exceptions).filter(
    ([area, level]) => AREAS.includes(area as Area) && (level === "none" || level === "read" || level === "update"),
  );
  return { ...base, ...Object.fromEntries(own) };
}

export type KeyLimits = {
  readonly readOnly: boolean;
  /** The buyers whose calls the key reaches; none for all calls. */
  readonly buyerIds: readonly number[];
};

/** What is left of a key's access within its limits. Beyond calls, nothing belongs to some buyers only. */
export function limitedAccess(access: Access, { readOnly, buyerIds }: KeyLimits): Access {
  const levelOf = (area: Area): Level => {
    if (buyerIds.length > 0 && area !== "calls" && !area.startsWith("call.")) return "none";
    return readOnly && access[area] === "update" ? "read" : access[area];
  };
  return Object.fromEntries(AREAS.map((area) => [area, levelOf(area)])) as Record<Area, Level>;
}

/** What a secure token may do: the company's, or a buyer's own. */
export function tokenAccess({ buyerId, offerSide }: { buyerId: number | null; offerSide: boolean }): Access {
  return buyerId === null && offerSide ? SECURE_TOKEN_ACCESS : WEBHOOK_ACCESS;
}

/** The roles that allow nothing beyond this access. */
export function rolesWithin(access: Access): Role[] {
  return ROLE_NAMES.filter((role) =>
    AREAS.every((area) =>
      (["read", "update"] as const).every((level) => !may(ROLES[role], level, area) || may(access, level, area)),
    ),
  );
}
