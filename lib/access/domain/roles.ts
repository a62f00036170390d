import { type Access, AREAS, type Area, type Level } from "./access";

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
  /** Flips conversions and sets amounts. */
  manager: {
    ...FLIPS_CONVERSIONS,
    "call.revenue": "update",
    "call.payout": "update",
    billing: "read",
    rollups: "update",
    settings: "read",
  },
  /** Flips conversions, sees no money. */
  operator: FLIPS_CONVERSIONS,
  /** Reads money and runs the books, flips nothing. */
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

/** What a buyer's system may do with the company's secure token: say how its calls went, see what it said. */
export const SECURE_TOKEN_ACCESS: Access = {
  ...NOTHING,
  "call.tokens": "update",
  "call.buyer_converted": "update",
  "call.offer_converted": "update",
  "call.revenue": "update",
};

/** What a buyer may do at its own address: the same, of the buyer's side and of its own calls alone. */
export const WEBHOOK_ACCESS: Access = { ...SECURE_TOKEN_ACCESS, "call.offer_converted": "none" };

/** The background work of the company itself. */
export const SYSTEM_ACCESS: Access = everything("update");

export function isRole(role: string): role is Role {
  return Object.hasOwn(ROLES, role);
}

/** A role with a member's or key's own exceptions. What is not understood grants nothing. */
export function accessOf(role: string, exceptions: Readonly<Record<string, unknown>>): Access {
  const base: Access = isRole(role) ? ROLES[role] : NOTHING;
  const own = Object.entries(exceptions).filter(
    ([area, level]) => AREAS.includes(area as Area) && (level === "none" || level === "read" || level === "update"),
  );
  return { ...base, ...Object.fromEntries(own) };
}
