import type { NetworkPlan } from "./network-plan";

/** A small network elsewhere, in another currency: whoever looks from one company must not see the other. */
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
      habit: { by: "duration", longerThanSeconds: 60 },
      buyers: ["Juniper Comfort", "Frostline Heating"],
      tokens: { service: ["furnace", "boiler"], detail: "system_age", details: ["4", "12", "20"] },
    },
    {
      name: "Snow clearing",
      weight: 2,
      payout: { amountMinor: 900n },
      habit: { by: "follows_buyer" },
      buyers: ["Plough & Porch"],
      tokens: { service: ["driveway", "car_park"], detail: "contract", details: ["season", "once"] },
    },
  ],
  buyers: [
    { name: "Juniper Comfort", priceMinor: 3200n, habit: { by: "secure_api", afterMinutes: 60 } },
    { name: "Frostline Heating", priceMinor: 2900n, habit: { by: "duration", longerThanSeconds: 90 } },
    { name: "Plough & Porch", priceMinor: 1800n, habit: { by: "webhook", afterMinutes: 5 } },
  ],
  sources: [
    { name: "Lakeside Search", weight: 3, medium: "search" },
    { name: "Morning Paper Flyers", weight: 1, medium: "mail" },
  ],
  members: [
    { role: "owner", name: "Noor Tremblay", email: "owner@northlight.test" },
    { role: "admin", name: "Ansel Roy", email: "admin@northlight.test" },
    { role: "manager", name: "Mina Okafor", email: "manager@northlight.test" },
    { role: "operator", name: "Otis Gagnon", email: "operator@northlight.test" },
    { role: "billing", name: "Brigid Chen", email: "billing@northlight.test" },
    { role: "viewer", name: "Vera Singh", email: "viewer@northlight.test" },
  ],
  apiKey: "Call platform",
  secureToken: "Buyers' systems",
};
