const token = (name: string, operator: string, ...values: string[]) => ({ token: name, operator, values });
const fixed = (amount: string) => ({ kind: "fixed", amount });

/** Typical rules: most calls match one, and many reach the last. */
export const TEN_RULES = [
  {
    name: "Booked in Denver",
    condition: { all: [token("booked", "equals", "true"), token("zip", "in", "80202", "80203", "80204")] },
    amount: fixed("40.00"),
  },
  {
    name: "Solar, over seventy",
    condition: { all: [token("campaign", "contains", "solar"), token("age", "at_least", "70")] },
    amount: fixed("30.00"),
  },
  {
    name: "Quoted",
    condition: { all: [token("booked", "equals", "true"), token("quote", "exists")] },
    amount: { kind: "token", token: "quote", minimum: "5.00", maximum: "35.00" },
  },
  {
    name: "Near, on Mondays",
    condition: { all: [token("zip", "in", "80210", "80211")] },
    hours: { time_zone: "America/Denver", rows: [{ weekday: 1, open: "08:00", close: "18:00" }] },
  },
  {
    name: "Young",
    condition: { all: [token("age", "less", "35"), token("campaign", "not_equals", "solar_fall")] },
  },
  {
    name: "Booked in the south",
    condition: { all: [token("zip", "matches", "^8022[0-5]$"), token("booked", "equals", "true")] },
  },
  { name: "Long", minimum_duration: { basis: "connected", seconds: 200 }, amount: fixed("15.00") },
  { name: "Heating", condition: { all: [token("vertical", "equals", "hvac"), token("booked", "equals", "true")] } },
  { name: "By state", condition: { all: [token("state", "in", "CO", "UT", "NM")] } },
  { name: "Scored", condition: { all: [token("score", "greater", "10")] } },
];
