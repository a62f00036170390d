import { expect, test } from "vitest";
import { addressList } from "./address-list";

test("addresses stand on lines of their own, or between commas or spaces", () => {
  expect(addressList("203.0.113.7\n198.51.100.0/24, 2001:db8::/32;\t192.0.2.1 ")).toEqual([
    "203.0.113.7",
    "198.51.100.0/24",
    "2001:db8::/32",
    "192.0.2.1",
  ]);
  expect(addressList(" \n")).toEqual([]);
});
