/**
 * Tables that are read before a company is known, or that every company refers to. All but `passkey_challenge` are
 * written for the company of the transaction only.
 */
export const GLOBAL_TABLES = [
  "api_key",
  "company",
  "member",
  "member_link",
  "passkey",
  "passkey_challenge",
  "secure_token",
  "session",
  "webhook_key",
];

/** Tables that never leave the coordinator. */
export const LOCAL_TABLES = ["_prisma_migrations", "installation", "request_count", "sign_in_throttle"];

export const APPEND_ONLY_TABLES = [
  "allocation",
  "audit_entry",
  "billing_move",
  "call_change",
  "company_logo",
  "document",
  "entry",
  "feed",
  "period",
  "rollup",
  "statement",
];

export function isTenantTable(table: string): boolean {
  return !GLOBAL_TABLES.includes(table) && !LOCAL_TABLES.includes(table);
}
