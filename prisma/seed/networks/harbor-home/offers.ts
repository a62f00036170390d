import type { OfferPlan } from "../network-plan";
import { hours, longerThan, MONDAY_TO_FRIDAY, ONCE_A_MONTH, rule, token } from "../settings-parts";
import { CLEARVIEW, HEARTHWAY, MESA_VISTA, RADIO } from "./names";

const DENVER_DAYTIME = hours("America/Denver", [MONDAY_TO_FRIDAY, "07:00", "20:00"], [[6], "08:00", "16:00"]);
const HOME_OWNER = rule("Home owner, within hours", [token("home_owner", "equals", "yes")], {
  hours: "owner",
  minimum_duration: { basis: "connected", seconds: 75 },
  duplicates: ONCE_A_MONTH,
});

export const HARBOR_OFFERS: readonly OfferPlan[] = [
  {
    name: "Solar quotes",
    weight: 24,
    payout: { percentBasisPoints: 5500, minimumMinor: 1500n, maximumMinor: 3600n },
    payoutOf: [{ source: CLEARVIEW, payout: { percentBasisPoints: 6200, minimumMinor: 1500n, maximumMinor: 4200n } }],
    settings: { duration: longerThan(120) },
    edits: [
      {
        daysAgo: 25,
        by: "admin",
        note: "Booked appointments count however short the call was.",
        settings: {
          rules: [
            rule("Appointment booked", [token("appointment_booked", "equals", "true")], {
              minimum_duration: { basis: "connected", seconds: 30 },
            }),
          ],
        },
      },
    ],
    buyers: ["Larkspur Solar", MESA_VISTA, "Sunhollow Power", HEARTHWAY],
    tokens: {
      service: ["solar_panels", "solar_battery"],
      detail: "monthly_bill",
      details: ["140", "185", "220", "310"],
      quote: { from: 2800, to: 14_000 },
    },
  },
  {
    name: "Roof repair",
    weight: 20,
    payout: { amountMinor: 2400n },
    payoutOf: [{ source: RADIO, payout: { amountMinor: 2800n } }],
    settings: { duration: longerThan(120, "total") },
    buyers: ["Ridgeback Roofing", "Stonecrop Roofs", HEARTHWAY],
    tokens: {
      service: ["roof_repair", "roof_replacement"],
      detail: "roof_age",
      details: ["4", "11", "18", "26"],
      quote: { from: 600, to: 9500 },
    },
  },
  {
    name: "Heating and cooling",
    weight: 22,
    payout: { percentBasisPoints: 6000, minimumMinor: 1000n, maximumMinor: 2000n },
    settings: { business_hours: DENVER_DAYTIME, rules: [HOME_OWNER] },
    edits: [
      {
        daysAgo: 18,
        by: "owner",
        note: "Old systems are worth it at any hour.",
        settings: {
          rules: [
            HOME_OWNER,
            rule("System of fifteen years", [token("system_age", "at_least", "15")], {
              minimum_duration: { basis: "connected", seconds: 60 },
            }),
          ],
        },
      },
    ],
    buyers: ["Alder & Finch Heating", "Cinderbrook Air", HEARTHWAY],
    tokens: { service: ["furnace", "heat_pump", "air_conditioning"], detail: "system_age", details: ["3", "9", "15"] },
  },
  {
    name: "Plumbing",
    weight: 16,
    payout: { amountMinor: 1400n },
    settings: { converts_with_buyer: true },
    edits: [{ daysAgo: 21, by: "owner", note: "New rate, agreed with all sources.", payout: { amountMinor: 1300n } }],
    buyers: ["Quillwater Plumbing", "Tidewell Drains"],
    tokens: {
      service: ["leak", "water_heater", "drain"],
      detail: "urgency",
      details: ["today", "this_week", "flexible"],
    },
  },
  {
    name: "Window replacement",
    weight: 10,
    payout: { amountMinor: 2000n },
    habit: { by: "api", afterMinutes: 45 },
    settings: {
      rules: [
        rule("Eight windows or more", [token("window_count", "at_least", "8")], { enabled: false, amount: null }),
      ],
    },
    buyers: ["Glasswren Windows", HEARTHWAY],
    tokens: {
      service: ["windows", "patio_door"],
      detail: "window_count",
      details: ["2", "5", "8", "12"],
      quote: { from: 900, to: 8000 },
    },
  },
  {
    name: "Pest control",
    weight: 8,
    payout: { percentBasisPoints: 5000 },
    settings: { duration: longerThan(45) },
    edits: [
      {
        daysAgo: 10,
        by: "admin",
        note: "Too many calls of under a minute.",
        settings: { duration: longerThan(60) },
      },
    ],
    buyers: ["Foxglove Pest Control", HEARTHWAY],
    tokens: { service: ["ants", "rodents", "termites"], detail: "property", details: ["house", "apartment", "barn"] },
  },
];
