import { expect, test } from "vitest";
import { BuyerSettings } from "@/lib/settings/contract/conversion-settings";
import { editedSections, withSections } from "./edited-sections";
import { fieldOf, NO_PAYOUT, type SettingsForm, updateOf } from "./settings-form";

const BASE: SettingsForm = {
  note: "",
  settings: BuyerSettings.parse({}),
  default_price: "10.00",
  prices: [{ offer_id: 4, amount: "8.00" }],
  default_payout: NO_PAYOUT,
  payouts: [],
};

test("sections are compared by content, not by key order", () => {
  const turned = { take_back_days: null, maximum: null, minimum: null, revenue: "accepted" } as const;
  expect(editedSections({ ...BASE, settings: { ...BASE.settings, statements: turned } }, BASE)).toEqual([]);
  expect(editedSections({ ...BASE, default_price: "11" }, BASE)).toEqual(["prices"]);
});

test("kept edits are applied on another version, section by section", () => {
  const mine = { ...BASE, note: "mine", settings: { ...BASE.settings, active: false } };
  const theirs = { ...BASE, default_price: "12.00", settings: { ...BASE.settings, converts_when_dialled: true } };
  expect(withSections(theirs, mine, ["state"])).toEqual({
    ...theirs,
    note: "mine",
    settings: { ...theirs.settings, active: false },
  });
});

test("the default price is sent last, and its errors map back to its field", () => {
  expect(updateOf("buyer", 3, BASE)).toMatchObject({
    version: 3,
    prices: [
      { offer_id: 4, amount: "8.00" },
      { offer_id: null, amount: "10.00" },
    ],
  });
  expect(["prices.0.amount", "prices.1.amount", "settings.rules.0.name"].map((path) => fieldOf(path, BASE))).toEqual([
    "prices.0.amount",
    "default_price",
    "settings.rules.0.name",
  ]);
  expect(updateOf("buyer", 3, { ...BASE, default_price: "" })).toMatchObject({ prices: BASE.prices });
});
