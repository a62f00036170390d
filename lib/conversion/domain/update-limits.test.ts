import { describe, expect, test } from "vitest";
import type { UpdateLimits } from "@/lib/settings/domain/update-limits";
import { givenCallState } from "@/lib/testing/conversion/given-call-state";
import type { Update } from "./command";
import { boundsError, takeBackError, withoutIgnored, withoutTokens } from "./update-limits";

const NO_LIMITS: UpdateLimits = { revenue: "accepted", minimumMinor: null, maximumMinor: null, takeBackDays: null };
const PRICING = new Set(["price"]);
const stating = (update: Omit<Update, "kind" | "mechanism">): Update => ({
  kind: "update",
  mechanism: "webhook",
  ...update,
});

describe("ignored revenue", () => {
  const ignored: UpdateLimits = { ...NO_LIMITS, revenue: "ignored" };

  test("counts as absent, and so does a token that sets it; everything else stays", () => {
    const update = stating({
      buyer: { converted: true, amountMinor: 5n },
      tokens: { price: "5.00", city: "Reno" },
      occurredAt: new Date(0),
    });
    expect(withoutIgnored(update, ignored, PRICING)).toEqual(
      stating({ buyer: { converted: true }, tokens: { city: "Reno" }, occurredAt: new Date(0) }),
    );
  });

  test("leaves nothing of a side that names only revenue", () => {
    expect(withoutIgnored(stating({ buyer: { amountMinor: 5n } }), ignored, PRICING)).toEqual(stating({}));
  });

  test("is only ignored if the settings say so", () => {
    const update = stating({ buyer: { amountMinor: 5n }, tokens: { price: "5.00" } });
    expect(withoutIgnored(update, NO_LIMITS, PRICING)).toBe(update);
    expect(withoutIgnored(update, { ...NO_LIMITS, revenue: "bounded" }, PRICING)).toBe(update);
  });
});

describe("bounded revenue", () => {
  const bounded: UpdateLimits = { ...NO_LIMITS, revenue: "bounded", minimumMinor: 100n, maximumMinor: 200n };

  test.each([
    ["the minimum", 100n, null],
    ["the maximum", 200n, null],
    ["a cent below", 99n, "below"],
    ["a cent above", 201n, "above"],
    ["nothing", 0n, "below"],
  ] as const)("%s, stated or set by a token", (_, amountMinor, problem) => {
    const token = `${amountMinor / 100n}.${String(amountMinor % 100n).padStart(2, "0")}`;
    for (const update of [stating({ buyer: { amountMinor } }), stating({ tokens: { price: ` ${token} ` } })]) {
      const error = boundsError(update, bounded, PRICING, 2);
      if (problem === null) expect(error).toBeNull();
      else expect(error).toContain(problem);
    }
  });

  test("applies to nothing else", () => {
    const other = stating({
      buyer: { converted: true },
      offer: { amountMinor: 9n },
      tokens: { city: "9.00", price: "much" },
    });
    expect(boundsError(other, bounded, PRICING, 2)).toBeNull();
    expect(
      boundsError(stating({ buyer: { amountMinor: 9n } }), { ...bounded, revenue: "accepted" }, PRICING, 2),
    ).toBeNull();
    const open: UpdateLimits = { ...bounded, minimumMinor: null, maximumMinor: null };
    expect(boundsError(stating({ buyer: { amountMinor: 9n } }), open, PRICING, 2)).toBeNull();
  });
});

describe("taking back", () => {
  const limits: UpdateLimits = { ...NO_LIMITS, takeBackDays: 2 };
  const charged = givenCallState({ buyer: { converted: true, amountMinor: 1000n } });
  const [inTime, late] = [2 * 86_400_000, 2 * 86_400_000 + 1].map((ms) => new Date(charged.startedAt.getTime() + ms));
  const at = (time: Date | undefined) => time ?? charged.startedAt;
  const buyer = (side: object) => givenCallState({ buyer: { ...charged.buyer, ...side } });

  test.each([
    ["the flag", buyer({ converted: false })],
    ["a lower amount", buyer({ amountMinor: 999n })],
    ["an amount of nothing", buyer({ amountMinor: 0n })],
    ["another buyer", buyer({ partyId: 8 })],
  ])("by %s is outside the limit one millisecond after the allowed days, not before", (_, after) => {
    expect(takeBackError(charged, after, limits, at(late))).toContain("2 days");
    expect(takeBackError(charged, after, limits, at(inTime))).toBeNull();
    expect(takeBackError(charged, after, NO_LIMITS, at(late))).toBeNull();
  });

  test("is no reversal if the charge stays or rises, or there was none", () => {
    for (const after of [charged, buyer({ amountMinor: 1001n }), buyer({ locked: true })])
      expect(takeBackError(charged, after, limits, at(late))).toBeNull();
    expect(takeBackError(givenCallState(), givenCallState(), limits, at(late))).toBeNull();
    expect(takeBackError(buyer({ amountMinor: 0n }), buyer({ converted: false }), limits, at(late))).toBeNull();
  });
});

test("tokens are removed by exact name", () => {
  expect(withoutTokens({ price: "1", prices: "2" }, PRICING)).toEqual({ prices: "2" });
});
