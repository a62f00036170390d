import { membersAt, type NetworkPlan } from "./network-plan";
import { hours, longerThan, MONDAY_TO_FRIDAY, ONCE_A_MONTH, rule, token } from "./settings-parts";

/** A small network in another country and currency: companies must not see each other. */
export const NORTHLIGHT: NetworkPlan = {
  name: "Northlight Home Leads",
  currency: "CAD",
  timeZone: "America/Toronto",
  days: 30,
  callsADay: 4,
  prefix: "NHL",
  areas: [
    { code: "416", state: "ON", postcodes: ["M5V 2T6", "M4K 1N2"] },
    { code: "613", state: "ON", postcodes: ["K1P 5M7", "K2K 1X3"] },
    { code: "514", state: "QC", postcodes: ["H2X 1Y4", "H3B 2Y5"] },
  ],
  offers: [
    {
      name: "Furnace service",
      weight: 3,
      payout: { percentBasisPoints: 5000, minimumMinor: 800n },
      settings: { duration: longerThan(120) },
      buyers: ["Juniper Comfort", "Frostline Heating"],
      tokens: {
        service: ["furnace", "boiler"],
        detail: "system_age",
        details: ["4", "12", "20"],
        quote: { from: 800, to: 9000 },
      },
    },
    {
      name: "Snow clearing",
      weight: 2,
      payout: { amountMinor: 900n },
      settings: { converts_with_buyer: true },
      buyers: ["Plough & Porch"],
      tokens: { service: ["driveway", "car_park"], detail: "contract", details: ["season", "once"] },
    },
  ],
  buyers: [
    {
      name: "Juniper Comfort",
      priceMinor: 3200n,
      habit: { by: "secure_api", afterMinutes: 60 },
      transcribes: true,
      settings: {
        voice_agent: {
          enabled: true,
          phrases: [{ text: "book it", speaker: "customer", excluding: ["don't book it"] }],
        },
      },
    },
    {
      name: "Frostline Heating",
      priceMinor: 2900n,
      settings: {
        business_hours: hours("America/Toronto", [MONDAY_TO_FRIDAY, "08:00", "18:00"]),
        duration: longerThan(120),
        rules: [
          rule("Quoted 5,000 or more", [token("quote_amount", "at_least", "5000")], {
            minimum_duration: { basis: "connected", seconds: 60 },
            amount: { kind: "token", token: "lead_price", minimum: "35.00", maximum: "80.00" },
          }),
        ],
      },
      edits: [{ daysAgo: 15, by: "admin", note: "The season has begun.", priceMinor: 3100n }],
    },
    {
      name: "Plough & Porch",
      priceMinor: 1800n,
      habit: { by: "webhook", afterMinutes: 5 },
      settings: {
        duration: longerThan(45),
        rules: [
          rule("Contract for the season", [token("contract", "equals", "season")], {
            minimum_duration: { basis: "connected", seconds: 30 },
            duplicates: ONCE_A_MONTH,
          }),
        ],
        statements: { revenue: "bounded", minimum: "10.00", maximum: "45.00" },
      },
    },
  ],
  sources: [
    { name: "Lakeside Search", weight: 3, medium: "search" },
    { name: "Morning Paper Flyers", weight: 1, medium: "mail" },
  ],
  integrations: [
    {
      provider: "twilio",
      name: "Furnace line",
      offer: "Furnace service",
      source: "Lakeside Search",
      buyer: "Frostline Heating",
    },
    {
      provider: "vapi",
      name: "Evening agent",
      offer: "Furnace service",
      source: "Lakeside Search",
      buyer: "Juniper Comfort",
    },
    {
      provider: "freeswitch",
      name: "Snow desk",
      offer: "Snow clearing",
      source: "Morning Paper Flyers",
      buyer: "Plough & Porch",
    },
  ],
  members: membersAt("northlight.test", {
    owner: "Noor Tremblay",
    admin: "Ansel Roy",
    manager: "Mina Okafor",
    operator: "Otis Gagnon",
    billing: "Brigid Chen",
    viewer: "Vera Singh",
  }),
  apiKey: "Call platform",
  secureToken: "Buyer portal",
  samples: {
    convertsByFacts: "Frostline Heating",
    voiceAgent: "Juniper Comfort",
    limited: { offer: "Snow clearing", buyer: "Plough & Porch" },
    onceAMonth: {
      offer: "Snow clearing",
      buyer: "Plough & Porch",
      connectedSeconds: 40,
      tokens: { contract: "season" },
    },
  },
};
