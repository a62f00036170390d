const AT = "2026-11-23T10:42:00.000Z";

export const SESSION = {
  id: 31,
  current: true,
  device: "Firefox on Linux",
  address: "203.0.113.9",
  created_at: AT,
  last_used_at: AT,
} as const;
export const PASSKEY = { id: 2, name: "Laptop", created_at: AT, last_used_at: null } as const;
export const RECOVERY_CODES = { status: 200, recovery_codes: ["k3f9-x2mq-7tva"] } as const;
export const MEMBER = {
  id: 7,
  name: "Ana Ruiz",
  email: "ana@example.test",
  role: "operator",
  permissions: { "call.revenue": "read" },
  state: "active",
  second_factor: "none",
  created_at: AT,
  last_seen_at: AT,
} as const;
export const AUDIT_ENTRY = {
  id: 812,
  recorded_at: AT,
  actor: { type: "member", id: 2, name: "Robin Vance" },
  address: "203.0.113.9",
  request_id: "0b8e6a0e-2f2b-4c41-9b5f-0d0a6c1f7a11",
  action: "member.changed",
  subject: { type: "member", id: "7" },
  before: { role: "operator" },
  after: { role: "manager" },
} as const;
