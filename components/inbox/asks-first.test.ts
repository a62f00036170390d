import { expect, test } from "vitest";
import type { ResolveDryRun } from "@/lib/inbox/contract";
import { asksFirst } from "./asks-first";

const NOTHING: ResolveDryRun = { status: 200, dry_run: true, entries: [], caps: [], rejected: [], held: [] };
const CHARGE: ResolveDryRun["entries"][number] = {
  kind: "charge",
  party: { type: "buyer", id: 7, name: "Birch Roofing" },
  period: "2026-11",
  service_date: "2026-11-23",
  correction: false,
  offsets_entry_id: null,
};

test.each([
  ["what moves money together is asked about, also where its amounts may not be read", { entries: [CHARGE] }, true],
  ["what waits again is asked about", { held: [31] }, true],
  ["what moves nothing is done at once", {}, false],
  ["what cannot be done moves nothing", { rejected: [{ id: 31, problem: "The side is locked." }] }, false],
])("%s", (_, plan, isAsked) => {
  expect(asksFirst({ ...NOTHING, ...plan })).toBe(isAsked);
});
