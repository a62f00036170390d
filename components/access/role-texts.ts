import type { Role } from "@/lib/access/domain/roles";

/** What a role may do, for people. */
export const ROLE_TEXTS: Record<Role, string> = {
  owner: "Everything, including members and keys.",
  admin: "Everything, including members and keys.",
  manager: "Changes conversions and amounts, reads billing and settings, runs the rollup.",
  operator: "Changes conversions. Sees no amounts.",
  billing: "Reads amounts and runs billing. Changes no conversions.",
  viewer: "Reads calls. Sees no amounts.",
};
