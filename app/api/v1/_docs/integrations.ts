export const INTEGRATION = {
  id: 4,
  provider: "twilio",
  name: "Main line",
  offer: { id: 3, name: "Solar quotes" },
  traffic_source: { id: 9, name: "Sunrise Media" },
  buyer: null,
  time_zone: null,
  created_at: "2026-11-20T09:00:00.000Z",
  paused_at: null,
  secrets: [{ number: 1, created_at: "2026-11-20T09:00:00.000Z", valid_until: null }],
  last_event: { received_at: "2026-11-23T10:45:09.000Z", outcome: "applied", signature: "valid" },
  last_valid_at: "2026-11-23T10:45:09.000Z",
} as const;
export const PROVIDER = {
  provider: "twilio",
  label: "Twilio",
  secret_label: "Auth token",
  secret_hint: "Copy the auth token from the account page of the Twilio Console and paste it here.",
  secret_from_provider: true,
  time_zone: false,
} as const;
export const EVENT = {
  id: 88,
  received_at: "2026-11-23T10:45:09.000Z",
  signature: "valid",
  answered: 200,
  outcome: "applied",
  problem: null,
  content_type: "application/x-www-form-urlencoded",
  payload_bytes: 214,
  calls: [
    {
      call_id: 1042,
      call_key: "CA7781",
      event_key: "completed:CA7781:0f1e",
      state: "updated",
      reported: ["endedAt", "durationSeconds"],
      problem: null,
    },
  ],
} as const;
export const URL_ONCE = "https://callmark.test/api/v1/intake/twilio/SOURCE_KEY";
export const SETTINGS = "Requires the permission `settings: update`.";
