import { expect, test } from "vitest";
import { allowsAddress } from "./allows-address";

const ALLOWED = ["203.0.113.7", "198.51.100.0/24", "2001:db8:1::/48", "2001:db8:2::5"];

test.each([
  ["203.0.113.7", true],
  ["203.0.113.8", false],
  ["198.51.100.255", true],
  ["198.51.101.0", false],
  ["::ffff:198.51.100.9", true],
  ["2001:db8:1:ffff::1", true],
  ["2001:db8:2::5", true],
  ["2001:DB8:2:0::5", true],
  ["2001:db8:2::6", false],
  ["fe80::1%eth0", false],
  ["", false],
  ["localhost", false],
  [null, false],
])("%s: %s", (address, allowed) => {
  expect(allowsAddress(ALLOWED, address)).toBe(allowed);
});

test("an empty list allows every address", () => {
  expect(allowsAddress([], null)).toBe(true);
  expect(allowsAddress([], "203.0.113.7")).toBe(true);
});

test("a list of one family has no address of the other", () => {
  expect(allowsAddress(["0.0.0.0/0"], "2001:db8::1")).toBe(false);
  expect(allowsAddress(["2000::/3"], "203.0.113.7")).toBe(false);
});
