import { expect, test } from "vitest";
import { clauseText, tellingClauses } from "./why-clauses";

const clause = (subject: string, wanted: string, seen?: string, holds = false) => ({ subject, wanted, seen, holds });

test.each([
  [clause("connected seconds", "> 180", "171"), "connected seconds > 180, seen 171"],
  [clause("appointment_booked", "= true", "true", true), "appointment_booked = true"],
  [clause("zip", "= 80202", "missing"), "zip = 80202, missing"],
  [clause("zip", "= 80202"), "zip = 80202"],
  [clause("transcript", "“book it”", "not said"), "transcript “book it”, not said"],
  [
    clause("business hours", "open", "Monday 08:59 America/Denver"),
    "business hours open, seen Monday 08:59 America/Denver",
  ],
  [clause("call", "dialled", "dialled", true), "call dialled"],
])("%j reads “%s”", (sample, text) => {
  expect(clauseText(sample)).toBe(text);
});

test("a failed step shows the failed clauses, a step that holds those that hold", () => {
  const clauses = [clause("zip", "= 1", "1", true), clause("age", "> 9", "8")];
  const step = { mechanism: "rule", name: "Rule", rule_id: 1, on: true, clauses };
  expect(tellingClauses({ ...step, holds: false }).map(({ subject }) => subject)).toEqual(["age"]);
  expect(tellingClauses({ ...step, holds: true }).map(({ subject }) => subject)).toEqual(["zip"]);
});
