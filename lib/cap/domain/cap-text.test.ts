import { expect, test } from "vitest";
import { capName, capText } from "./cap-text";

const cap = { measure: "conversions", span: "total", limit: 1n, side: "buyer" } as const;

test("a cap of one counts in the singular, any other in the plural", () => {
  expect(capName(cap)).toBe("cap of 1 conversion in total");
  expect(capText(cap, 2)).toBe("1 conversion in total");
  expect(capText({ ...cap, limit: 2n, measure: "connections" }, 2)).toBe("2 connected calls in total");
});
