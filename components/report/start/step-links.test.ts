import { expect, test } from "vitest";
import type { ChecklistFacts } from "@/lib/report/domain/checklist";
import { linksToDo, linksToMade } from "./step-links";

const NOTHING: ChecklistFacts = {
  offer: null,
  buyer: null,
  trafficSource: null,
  price: null,
  payout: null,
  integration: null,
  secureToken: null,
  callId: null,
  convertedCallId: null,
  chargedCallId: null,
};
const offer = { id: 3, name: "Solar quotes" };
const buyer = { id: 7, name: "Brightside Solar" };

test("terms are set at the buyer and the offer, and only those that are missing", () => {
  expect(linksToDo("terms", NOTHING)).toEqual([]);
  const both = { ...NOTHING, offer, buyer };
  expect(linksToDo("terms", both).map(({ href }) => href)).toEqual(["/buyers/7", "/offers/3"]);
  expect(linksToDo("terms", { ...both, price: buyer }).map(({ href }) => href)).toEqual(["/offers/3"]);
});

test("the call is converted on its page once there is one", () => {
  expect(linksToDo("conversion", NOTHING)).toEqual([]);
  expect(linksToDo("conversion", { ...NOTHING, callId: 4 })).toEqual([{ href: "/calls/4", label: "Open the call" }]);
});

test("what was made is linked by its name", () => {
  expect(linksToMade("buyer", { ...NOTHING, buyer })).toEqual([{ href: "/buyers/7", label: "Brightside Solar" }]);
  expect(linksToMade("buyer", NOTHING)).toEqual([]);
});
