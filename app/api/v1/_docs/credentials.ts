const CREDENTIAL = {
  id: 4,
  name: "Brightside CRM",
  created_at: "2026-11-23T10:42:00.000Z",
  last_used_at: null,
  revoked_at: null,
} as const;
export const API_KEY = {
  ...CREDENTIAL,
  key_id: "Yq3LrT7mZ0aWn5cKd2Xe",
  role: "manager",
  permissions: {},
  read_only: false,
  buyers: [],
  addresses: ["198.51.100.0/24"],
  previous_valid_until: null,
} as const;
export const SECURE_TOKEN = { ...CREDENTIAL, buyer: { id: 7, name: "Brightside Solar" } } as const;
export const REVOKED = { status: 200, revoked_at: "2026-11-24T08:00:00.000Z" } as const;
export const KEYS = "It takes the permission `keys: update`.";
