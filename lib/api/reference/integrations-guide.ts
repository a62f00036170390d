import type { RouteGuide } from "./route-guide";

const INTEGRATION = {
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
const PROVIDER = {
  provider: "twilio",
  label: "Twilio",
  secret_label: "Auth token",
  secret_hint: "Copy the auth token from the account page of the Twilio Console and paste it here.",
  secret_from_provider: true,
  time_zone: false,
} as const;
const EVENT = {
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
const URL_ONCE = "https://callmark.test/api/v1/intake/twilio/SOURCE_KEY";
const SETTINGS = "It takes the permission `settings: update`.";

/** Routes by which phone systems and voice agents tell of calls, and by which they are set up. */
export const INTEGRATIONS_GUIDE: Readonly<Record<string, RouteGuide>> = {
  "POST /intake/{provider}/{source_key}": {
    section: "Sources",
    about: [
      "For `twilio`, `telnyx`, `vapi`, `retell`, `bland`, `elevenlabs`, `freeswitch` and `asterisk`: paste the address of a source where the provider asks for a webhook. The body, up to 5 MiB, is what the provider posts, and is checked word for word by the provider's own signature: 401 where it is missing, wrong or too old.",
      "Events may come in any order, late and as often as the provider likes: a call's facts are the same in the end, and it is decided by them in the same transaction. What a call cannot be made of yet waits. Kinds of events that say nothing of calls are answered 200 and ignored. Whatever becomes of a delivery, it is in the integration's log of events.",
    ],
    answer: { status: 200, outcome: "applied", created: 1, updated: 0, repeated: 0, waiting: 0, refused: 0 },
  },
  "GET /integrations": {
    section: "Sources",
    about: [
      "All of them by name, and what is to know of the providers. Secrets and addresses are never answered again.",
    ],
    answer: { status: 200, integrations: [INTEGRATION], providers: [PROVIDER] },
  },
  "POST /integrations": {
    section: "Sources",
    about: [
      "The answer holds the address to paste at the provider, and the secret where it is made here: both are shown this once. Where the provider issues the secret, send it.",
      "New calls get the offer, the traffic source and the buyer of their integration.",
      SETTINGS,
    ],
    send: { provider: "twilio", name: "Main line", offer_id: 3, traffic_source_id: 9, secret: "AUTH_TOKEN" },
    answer: { status: 201, integration: INTEGRATION, url: URL_ONCE, secret: null },
  },
  "GET /integrations/{id}": {
    section: "Sources",
    about: ["With the secrets that hold, never their text, and what arrived last."],
    answer: { status: 200, integration: INTEGRATION, provider: PROVIDER },
  },
  "PUT /integrations/{id}": {
    section: "Sources",
    about: [
      "What is absent stays as it is. Parties count for calls that are new from now on. While a source is paused, what arrives is answered 200, kept in the log and not taken in.",
      SETTINGS,
    ],
    send: { paused: true },
    answer: { status: 200, integration: { ...INTEGRATION, paused_at: "2026-11-23T11:00:00.000Z" }, provider: PROVIDER },
  },
  "POST /integrations/{id}/secret": {
    section: "Sources",
    about: [
      "Where the provider issues the secret, send it; else one is made and shown this once. The one before holds for another 24 hours, so that no delivery is lost, unless `at_once` says otherwise.",
      SETTINGS,
    ],
    send: { secret: "NEW_AUTH_TOKEN" },
    answer: { status: 200, integration: INTEGRATION, secret: null },
  },
  "POST /integrations/{id}/url": {
    section: "Sources",
    about: ["The new address is shown this once. What is posted to the one before is 404 at once.", SETTINGS],
    answer: { status: 200, integration: INTEGRATION, url: URL_ONCE },
  },
  "GET /integrations/{id}/events": {
    section: "Sources",
    about: ["What arrived, whether it was signed, what became of it, and which calls it was turned into."],
    answer: { status: 200, events: [EVENT], metadata: { next_cursor: null } },
  },
  "GET /integrations/{id}/events/{event_id}": {
    section: "Sources",
    about: [
      "With headers and body. Since a body holds callers it takes the permission `call.details: read` as well. Of a delivery without a good signature the first 64 KiB are kept.",
    ],
    answer: {
      status: 200,
      event: {
        ...EVENT,
        headers: { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": "dGhlIHNpZ25hdHVyZQ==" },
        query: "",
        payload: "CallSid=CA7781&CallStatus=completed&CallDuration=184&From=%2B13035550142",
        clipped: false,
      },
    },
  },
  "POST /integrations/{id}/events/{event_id}/replay": {
    section: "Sources",
    about: [
      "Reads the kept body by the integration as it is now, without asking for a signature: what it says replaces what it said before. The answer is the new entry of the log.",
      SETTINGS,
    ],
    answer: { status: 200, event: { ...EVENT, id: 89, signature: "not_checked" } },
  },
};
