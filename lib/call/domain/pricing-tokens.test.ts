import { describe, expect, test } from "vitest";
import { type Access, may } from "@/lib/access/domain/access";
import { ROLES } from "@/lib/access/domain/roles";
import { mayReadPayloads, pricedBy, visibleTokens } from "./pricing-tokens";

const PRICING = { buyer: new Set(["sale_amount", "both"]), offer: new Set(["commission", "both"]) };
const NONE = { buyer: new Set<string>(), offer: new Set<string>() };
const TOKENS = { zip: "80202", sale_amount: "500", commission: "50", both: "1" };

const without = (...areas: ("call.revenue" | "call.payout" | "call.details")[]): Access => ({
  ...ROLES.owner,
  ...Object.fromEntries(areas.map((area) => [area, "none"])),
});

describe("a token that sets a price is visible to members who may read that amount", () => {
  test.each([
    ["both amounts", without(), ["zip", "sale_amount", "commission", "both"]],
    ["payout alone", without("call.revenue"), ["zip", "commission"]],
    ["revenue alone", without("call.payout"), ["zip", "sale_amount"]],
    ["no amount", without("call.revenue", "call.payout"), ["zip"]],
  ])("%s", (_, access, names) => {
    expect(Object.keys(visibleTokens(access, PRICING, TOKENS))).toEqual(names);
    expect(visibleTokens(access, NONE, TOKENS)).toEqual(TOKENS);
  });
});

test("writing tokens needs the permission of every amount that they set, and of no other", () => {
  expect(pricedBy(["zip"], PRICING)).toEqual([]);
  expect(pricedBy(["zip", "sale_amount"], PRICING)).toEqual(["call.revenue"]);
  expect(pricedBy(["commission", "both"], PRICING)).toEqual(["call.revenue", "call.payout"]);
});

test("reading payloads needs call details and every amount that a token may set", () => {
  const readers = [without(), without("call.details"), without("call.revenue"), without("call.payout")];
  expect(readers.map((access) => mayReadPayloads(access, PRICING))).toEqual([true, false, false, false]);
  expect(readers.map((access) => mayReadPayloads(access, NONE))).toEqual(
    readers.map((access) => may(access, "read", "call.details")),
  );
});
