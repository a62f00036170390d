import type { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";

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
} satisfies Omit<OfferSettings, "converts_with_buyer">;
export const OF_BUYER = {
  ...SHARED,
  webhook: { enabled: true },
  statements: { revenue: "accepted", minimum: null, maximum: null, take_back_days: null },
} satisfies BuyerSettings;
export const OF_OFFER = { ...SHARED, converts_with_buyer: false } satisfies OfferSettings;

const HEAD = { status: 200, version: 3, valid_from: "2026-11-01T06:00:00.000Z", currency: "USD", warnings: [] };
export const BUYER = {
  ...HEAD,
  id: 7,
  name: "Brightside Solar",
  settings: OF_BUYER,
  prices: [{ offer_id: null, amount: "10.00" }],
};
export const OFFER = {
  ...HEAD,
  id: 3,
  name: "Solar quotes",
  settings: OF_OFFER,
  payouts: [{ traffic_source_id: null, amount: null, percent: "60", minimum: null, maximum: null }],
};
export const SETTINGS_EDIT = {
  version: 3,
  valid_from: "2026-11-01T06:00:00.000Z",
  by: { type: "member", name: "Ana Ruiz" },
  note: "Winter prices",
};
export const SIMULATION = {
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

export const READS_SETTINGS = "Requires the permission `settings: read`.";
export const UPDATES_SETTINGS = "Requires the permission `settings: update`.";
