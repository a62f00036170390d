import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listCompanies } from "@/lib/db/lookup";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { type Demo, demoFileIn } from "./demo-file";
import { type Seeded, seedDemo } from "./seed-demo";

const dataDir = mkdtempSync(path.join(os.tmpdir(), "callmark-seed-"));
const now = new Date("2026-11-23T17:00:00Z");
const seed = () => seedDemo({ now, url: "http://localhost:3000", dataDir });
let seeded: Seeded;
let seconds: number;

beforeAll(async () => {
  const started = performance.now();
  seeded = await seed();
  seconds = (performance.now() - started) / 1000;
  console.log({ seconds });
});
afterAll(() => rmSync(dataDir, { recursive: true }));

test("the books of both companies balance", async () => {
  expect(seeded).toBe("seeded");
  const companies = await listCompanies();
  expect(companies.map(({ currency }) => currency)).toEqual(["USD", "CAD"]);
  for (const company of companies) await expectBooksBalance({ company });
});
