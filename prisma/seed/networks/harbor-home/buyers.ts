import type { BuyerPlan } from "../network-plan";
import { fixed, hours, longerThan, MONDAY_TO_FRIDAY, ONCE_A_MONTH, rule, token } from "../settings-parts";
import { HEARTHWAY, MESA_VISTA } from "./names";

const BIG_QUOTE = rule("Quoted 5,000 or more", [token("quote_amount", "at_least", "5000")], {
  minimum_duration: { basis: "connected", seconds: 60 },
  amount: { kind: "token", token: "lead_price", minimum: "40.00", maximum: "90.00" },
});
const BOOK_IT = { text: "book it", speaker: "customer", excluding: ["don't book it", "do not book it"] };
const ALDER_BOOKED = rule("Appointment booked", [token("appointment_booked", "equals", "true")], {
  hours: "owner",
  duplicates: ONCE_A_MONTH,
  amount: fixed("36.50"),
});
const ALDER_OWNER = rule("Home owner, long talk", [token("home_owner", "equals", "yes")], {
  minimum_duration: { basis: "connected", seconds: 75 },
  duplicates: ONCE_A_MONTH,
});

export const HARBOR_BUYERS: readonly BuyerPlan[] = [
  {
    name: "Larkspur Solar",
    priceMinor: 6200n,
    habit: { by: "secure_api", afterMinutes: 90 },
    settings: {},
    edits: [{ daysAgo: 30, by: "admin", note: "Price rise agreed for the autumn.", priceMinor: 6850n }],
  },
  {
    name: MESA_VISTA,
    priceMinor: 5800n,
    transcribes: true,
    settings: {
      voice_agent: { enabled: true, phrases: [BOOK_IT], tokens: [token("agent_outcome", "equals", "booked")] },
    },
    edits: [
      {
        daysAgo: 20,
        by: "admin",
        note: "Callers who leave their address mean it.",
        settings: {
          voice_agent: {
            enabled: true,
            phrases: [BOOK_IT, { text: "come by on", speaker: "customer", excluding: ["don't come by on"] }],
            tokens: [token("agent_outcome", "equals", "booked")],
          },
        },
      },
    ],
  },
  {
    name: "Sunhollow Power",
    priceMinor: 5400n,
    habit: { by: "webhook", afterMinutes: 6 },
    settings: { statements: { revenue: "ignored" } },
  },
  {
    name: HEARTHWAY,
    priceMinor: 2500n,
    priceOf: [
      { offer: "Solar quotes", priceMinor: 5200n },
      { offer: "Roof repair", priceMinor: 4100n },
      { offer: "Window replacement", priceMinor: 3600n },
      { offer: "Pest control", priceMinor: 1400n },
    ],
    settings: { duration: longerThan(150) },
    edits: [
      { daysAgo: 45, by: "owner", note: "Trial is over: two minutes.", settings: { duration: longerThan(120) } },
      {
        daysAgo: 19,
        by: "admin",
        note: "Pays what its own system offers for a big job.",
        settings: { rules: [BIG_QUOTE] },
      },
    ],
  },
  {
    name: "Ridgeback Roofing",
    priceMinor: 4600n,
    settings: {
      duration: longerThan(90),
      rules: [
        rule("Front Range after the hail", [token("zip", "in", "80202", "80211", "80123", "80031", "80014", "80229")], {
          minimum_duration: { basis: "connected", seconds: 60 },
          amount: fixed("52.00"),
        }),
      ],
    },
  },
  {
    name: "Stonecrop Roofs",
    priceMinor: 4200n,
    habit: { by: "manual" },
    settings: { duration: longerThan(90, "total") },
    edits: [
      {
        daysAgo: 35,
        by: "owner",
        note: "Paused: they listen to every call themselves for now.",
        settings: { active: false },
      },
    ],
  },
  {
    name: "Alder & Finch Heating",
    priceMinor: 3400n,
    settings: {
      business_hours: hours("America/Denver", [MONDAY_TO_FRIDAY, "07:00", "19:00"], [[6], "08:00", "13:00"]),
      rules: [ALDER_BOOKED, ALDER_OWNER],
    },
    edits: [
      {
        daysAgo: 12,
        by: "admin",
        note: "Five dollars more for a booked appointment.",
        settings: { rules: [{ ...ALDER_BOOKED, amount: fixed("41.50") }, ALDER_OWNER] },
      },
    ],
  },
  {
    name: "Cinderbrook Air",
    priceMinor: 3100n,
    habit: { by: "api", afterMinutes: 40 },
    settings: {
      business_hours: hours("America/Phoenix", [MONDAY_TO_FRIDAY, "06:00", "18:00"]),
      rules: [
        rule("Night emergency", [token("appointment_booked", "equals", "true")], {
          hours: hours("America/Phoenix", [[0, 1, 2, 3, 4, 5, 6], "19:00", "06:00"]),
          amount: fixed("44.00"),
        }),
      ],
    },
  },
  {
    name: "Quillwater Plumbing",
    priceMinor: 2400n,
    settings: { duration: longerThan(60) },
  },
  {
    name: "Tidewell Drains",
    priceMinor: 2200n,
    habit: { by: "secure_api", afterMinutes: 30 },
    settings: {
      statements: { revenue: "bounded", minimum: "15.00", maximum: "40.00", take_back_days: 14 },
    },
  },
  {
    name: "Glasswren Windows",
    priceMinor: 3800n,
    habit: { by: "import" },
    settings: {
      rules: [
        rule("Eight windows or more", [token("window_count", "at_least", "8")], {
          minimum_duration: { basis: "connected", seconds: 45 },
          amount: fixed("46.00"),
        }),
      ],
    },
  },
  {
    name: "Foxglove Pest Control",
    priceMinor: 1500n,
    habit: { by: "webhook", afterMinutes: 10, silentDays: 6 },
    settings: {},
    edits: [{ daysAgo: 14, by: "owner", note: "Winter price.", priceMinor: 1650n }],
  },
];
