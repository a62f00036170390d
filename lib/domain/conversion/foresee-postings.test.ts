import { describe, expect, test } from "vitest";
import { foreseePostings } from "./foresee-postings";

const brightside = { id: 7, name: "Brightside Solar" };
const harbor = { id: 8, name: "Harbor Roofing" };
const stays = { converted: true, party: brightside, amount: null, priced: false };

describe("what the next rollup would post", () => {
  test("nothing, where what stands stays", () => {
    expect(foreseePostings("buyer", { party: brightside, amount: "10.00" }, stays)).toEqual([]);
    expect(foreseePostings("buyer", null, { ...stays, converted: false })).toEqual([]);
  });

  test("a charge of the typed amount, where a call converts", () => {
    expect(foreseePostings("buyer", null, { ...stays, amount: "12.50", priced: true })).toEqual([
      { kind: "charge", party: brightside, amount: "12.50" },
    ]);
  });

  test("a charge at the agreed price, where no amount was typed", () => {
    expect(foreseePostings("buyer", null, { ...stays, priced: true })).toEqual([
      { kind: "charge", party: brightside, amount: "agreed" },
    ]);
  });

  test("no charge, where a call converts at 0.00", () => {
    expect(foreseePostings("buyer", null, { ...stays, amount: "0.00", priced: true })).toEqual([]);
  });

  test("the credit, where a conversion is taken back", () => {
    const standing = { party: brightside, amount: "10.00" };
    expect(foreseePostings("buyer", standing, { ...stays, converted: false })).toEqual([
      { kind: "credit", party: brightside, amount: "10.00" },
    ]);
  });

  test("credit and charge, where the call moves to another buyer", () => {
    const standing = { party: brightside, amount: "10.00" };
    expect(foreseePostings("buyer", standing, { ...stays, party: harbor, priced: true })).toEqual([
      { kind: "credit", party: brightside, amount: "10.00" },
      { kind: "charge", party: harbor, amount: "agreed" },
    ]);
  });

  test("clawback and payout, where the payout changes", () => {
    const source = { id: 3, name: "Sunrise Media" };
    const standing = { party: source, amount: "6.00" };
    expect(foreseePostings("offer", standing, { ...stays, party: source, amount: "7.50" })).toEqual([
      { kind: "clawback", party: source, amount: "6.00" },
      { kind: "payout", party: source, amount: "7.50" },
    ]);
  });

  test("kinds and parties alone, for those who read no amounts", () => {
    expect(foreseePostings("buyer", { party: brightside }, { ...stays, converted: false })).toEqual([
      { kind: "credit", party: brightside, amount: undefined },
    ]);
  });
});
