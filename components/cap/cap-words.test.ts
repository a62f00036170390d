import { expect, test } from "vitest";
import { barOf, capTitle, useText } from "./cap-words";

const use = { id: 1, offer: null, measure: "conversions", span: "day", running: 2, resets_at: null };
const flags = { used_up: false, over: false, stops_automatic: true };
const cap = { ...use, ...flags, used: "30", limit: "50" };

test("a cap is named by its measure and span", () => {
  expect(capTitle(cap, "buyers")).toBe("Conversions per day");
  expect(capTitle({ measure: "revenue", span: "month" }, "traffic-sources")).toBe("Payout per month");
  expect(capTitle({ measure: "concurrency", span: "now" }, "buyers")).toBe("Calls at once");
});

test("running calls are added on top, and the bar never overflows", () => {
  expect([useText(cap), barOf(cap)]).toEqual(["30 of 50, 2 running", { used: 60, running: 4 }]);
  expect(barOf({ ...cap, used: "70" })).toEqual({ used: 100, running: 0 });
  expect(barOf({ ...cap, used: "49", running: 9 })).toEqual({ used: 98, running: 2 });
  expect(barOf({ ...cap, used: "0", limit: "0" })).toEqual({ used: 0, running: 0 });
});

test("amounts without permission are not shown", () => {
  const { used: _, limit: __, ...hidden } = cap;
  expect(useText(hidden)).toBe("2 running");
  expect(barOf(hidden)).toEqual({ used: 0, running: 0 });
});
