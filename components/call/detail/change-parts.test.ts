import { expect, test } from "vitest";
import type { Change } from "@/lib/call/contract/change";
import { changeParts } from "./change-parts";

const change = (altered: Partial<Change>): Change => ({
  version: 2,
  changed_at: "2026-11-23T11:20:00Z",
  occurred_at: null,
  mechanism: "manual",
  actor: { type: "member", name: "Ana Ruiz" },
  ...altered,
});

test("a changed flag is shown without repeating who decided", () => {
  const flipped = change({ buyer_converted: { from: false, to: true }, buyer_decided: { from: null, to: "manual" } });
  expect(changeParts(flipped)).toEqual([{ kind: "flag", label: "Buyer Converted?", from: false, to: true }]);
});

test("an update that repeats the current flag shows as a new decision", () => {
  expect(changeParts(change({ offer_decided: { from: "duration", to: "secure_api" } }))).toEqual([
    { kind: "text", label: "TS Converted? now set via the secure API" },
  ]);
});

test("a return to automatic is shown beside the changed flag", () => {
  const withdrawn = change({ buyer_converted: { from: true, to: false }, buyer_decided: { from: "manual", to: null } });
  expect(changeParts(withdrawn)).toEqual([
    { kind: "flag", label: "Buyer Converted?", from: true, to: false },
    { kind: "text", label: "Buyer Converted? returned to automatic" },
  ]);
});

test("amounts and parties show the old and the new value", () => {
  const altered = change({
    revenue: { from: "10.00", to: "1250.00" },
    buyer: { from: null, to: { id: 7, name: "Brightside Solar" } },
  });
  expect(changeParts(altered)).toEqual([
    { kind: "value", label: "Buyer", from: "none", to: "Brightside Solar" },
    { kind: "value", label: "Revenue", from: "10.00", to: "1,250.00" },
  ]);
});

test("a change of amounts only is not empty for readers without permission for amounts", () => {
  expect(changeParts(change({}))).toEqual([{ kind: "text", label: "Changed fields that your role can’t see." }]);
});
