import type { RouteGuide } from "./route-guide";

const SHARED = {
  active: true,
  business_hours: { time_zone: "America/Denver", rows: [{ weekday: 1, open: "09:00", close: "17:00" }] },
  duration: { enabled: true, basis: "connected", longer_than_seconds: 90 },
  converts_when_dialled: false,
  rules: [
    {
      id: 2,
      name: "Appointment booked",
      enabled: true,
      condition: { all: [{ token: "appointment_booked", operator: "equals", values: ["true"] }] },
      hours: "owner",
      minimum_duration: null,
      duplicates: { seconds: 2_592_000, counts: "converted" },
      amount: { kind: "fixed", amount: "12.50" },
    },
  ],
  voice_agent: { enabled: false, phrases: [], tokens: [] },
};
const OF_BUYER = {
  ...SHARED,
  webhook: { enabled: true },
  statements: { revenue: "accepted", minimum: null, maximum: null, take_back_days: null },
};
const OF_OFFER = { ...SHARED, converts_with_buyer: false };

const HEAD = { status: 200, version: 3, valid_from: "2026-11-01T06:00:00.000Z", currency: "USD", warnings: [] };
const BUYER = {
  ...HEAD,
  id: 7,
  name: "Brightside Solar",
  settings: OF_BUYER,
  prices: [{ offer_id: null, amount: "10.00" }],
};
const OFFER = {
  ...HEAD,
  id: 3,
  name: "Solar quotes",
  settings: OF_OFFER,
  payouts: [{ traffic_source_id: null, amount: null, percent: "60", minimum: null, maximum: null }],
};
const EDIT = {
  version: 3,
  valid_from: "2026-11-01T06:00:00.000Z",
  by: { type: "member", name: "Ana Ruiz" },
  note: "Winter prices",
};
const SIMULATION = {
  status: 200,
  currency: "USD",
  before: { calls: 1200, conversions: 300, revenue: "3000.00", payout: "1800.00", margin: "1200.00" },
  after: { calls: 1200, conversions: 301, revenue: "3012.50", payout: "1807.50", margin: "1205.00" },
  differing: 1,
  calls: [
    {
      id: 1042,
      uuid: "0b8e7c1a-3f52-4c6d-9e81-2a4b6c8d0e1f",
      started_at: "2026-11-23T10:42:00.000Z",
      before: { converted: false, amount: "0.00" },
      after: { converted: true, amount: "12.50", by: "Appointment booked" },
    },
  ],
};

const READS = "It takes the permission `settings: read`.";
const VERSIONS =
  "The whole document is replaced by a new version. A call is judged by the version in force when it started: an edit never touches earlier calls. Send the `version` that you started from; when somebody was faster it is refused with 409.";
const TRIES =
  "What the draft would have made of the calls of the last days, beside what they are: explicit statements and locks stay, nothing is saved. Amounts are told to who may read them.";
const AGAIN =
  "Judges the calls of the last days again, each by the version in force when it started. What somebody said or locked stays; a conversion that no longer holds waits in the inbox. With `preview` it tells how many calls would stand otherwise and what that comes to, and saves nothing; a cap that is used up on the way may keep some of them.";
const ADDS = "It takes the permission `settings: update`.";

/** Routes of buyers, offers and traffic sources, and of what converts by itself at them. */
export const SETTINGS_GUIDE: Readonly<Record<string, RouteGuide>> = {
  "POST /buyers": {
    section: "Parties",
    about: [ADDS],
    send: { name: "Brightside Solar" },
    answer: { status: 201, buyer: { id: 7, name: "Brightside Solar" } },
  },
  "GET /offers": {
    section: "Parties",
    about: ["Numbers for `offer_id`."],
    send: "q=solar",
    answer: { status: 200, offers: [{ id: 3, name: "Solar quotes" }] },
  },
  "POST /offers": {
    section: "Parties",
    about: [ADDS],
    send: { name: "Solar quotes" },
    answer: { status: 201, offer: { id: 3, name: "Solar quotes" } },
  },
  "POST /traffic-sources": {
    section: "Parties",
    about: [ADDS],
    send: { name: "Sunrise Media" },
    answer: { status: 201, traffic_source: { id: 9, name: "Sunrise Media" } },
  },
  "GET /buyers/{id}/conversion-settings": { section: "Settings", about: [READS], answer: BUYER },
  "PUT /buyers/{id}/conversion-settings": {
    section: "Settings",
    about: [VERSIONS, "It takes the permission `settings: update`."],
    send: { version: 2, settings: OF_BUYER, prices: BUYER.prices, note: "Winter prices" },
    answer: BUYER,
  },
  "GET /buyers/{id}/conversion-settings/history": {
    section: "Settings",
    about: [READS],
    answer: { status: 200, versions: [{ ...EDIT, settings: OF_BUYER }] },
  },
  "POST /buyers/{id}/conversion-settings/evaluate": {
    section: "Settings",
    about: [AGAIN],
    send: { days: 30, preview: true },
    answer: {
      status: 200,
      calls: 1200,
      changed: 14,
      proposed: 2,
      currency: "USD",
      revenue: "180.00",
      payout: "108.00",
    },
  },
  "POST /buyers/{id}/conversion-settings/simulate": {
    section: "Settings",
    about: [TRIES],
    send: { settings: OF_BUYER, days: 30 },
    answer: SIMULATION,
  },
  "GET /offers/{id}/conversion-settings": { section: "Settings", about: [READS], answer: OFFER },
  "PUT /offers/{id}/conversion-settings": {
    section: "Settings",
    about: [VERSIONS, "It takes the permission `settings: update`."],
    send: { version: 2, settings: OF_OFFER, payouts: OFFER.payouts, note: "Winter prices" },
    answer: OFFER,
  },
  "GET /offers/{id}/conversion-settings/history": {
    section: "Settings",
    about: [READS],
    answer: { status: 200, versions: [{ ...EDIT, settings: OF_OFFER }] },
  },
  "POST /offers/{id}/conversion-settings/evaluate": {
    section: "Settings",
    about: [AGAIN],
    send: { days: 30, preview: true },
    answer: {
      status: 200,
      calls: 1200,
      changed: 14,
      proposed: 2,
      currency: "USD",
      revenue: "180.00",
      payout: "108.00",
    },
  },
  "POST /offers/{id}/conversion-settings/simulate": {
    section: "Settings",
    about: [TRIES],
    send: { settings: OF_OFFER, days: 30 },
    answer: SIMULATION,
  },
};
