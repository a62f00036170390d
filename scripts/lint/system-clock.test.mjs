import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inRoot } from "../setup/paths.mjs";
import { packageProgram } from "../setup/run.mjs";

/** @type {string} */
let dir;
beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), "callmark-lint-"));
  const settings = JSON.parse(readFileSync(inRoot("biome.json"), "utf8"));
  put("biome.json", JSON.stringify({ ...settings, vcs: { enabled: false } }));
  cpSync(inRoot("scripts/lint"), path.join(dir, "scripts/lint"), { recursive: true });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/**
 * @param {string} file
 * @param {string} text
 */
function put(file, text) {
  mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
  writeFileSync(path.join(dir, file), text);
}

/**
 * Line numbers at which lint reports a use of the system clock.
 * @param {string} file
 * @param {string[]} lines
 */
function linesThatAsk(file, lines) {
  put(file, lines.join("\n"));
  const args = packageProgram("@biomejs/biome/bin/biome", "lint", "--reporter=github", file);
  const { stdout } = spawnSync(process.execPath, args, { cwd: dir, encoding: "utf8" });
  return [...stdout.matchAll(/title=plugin,.*?line=(\d+)/g)].map(([, line]) => Number(line));
}

const ASKING = [
  "export const a = () => new Date();",
  "export const b = () => new Date;",
  "export const c = () => new globalThis.Date();",
  "export const d = () => Date();",
  "export const e = () => Date.now();",
  "export const f = Date.now;",
  "export const g = () => globalThis.Date.now();",
  "export const h = () => Temporal.Now.instant();",
];
const NOT_ASKING = [
  "export const a = (given: number) => new Date(given);",
  "export const b = (ctx: { now: () => Date }) => ctx.now();",
  "export const c = () => performance.now();",
  'export const d = "new Date()"; // Date.now()',
];

test.each(["lib/ledger/roll-up.ts", "lib/ledger/roll-up.test.ts", "app/page.tsx", "prisma/seed/story.ts"])(
  "%s may not use the system clock",
  (file) => expect(linesThatAsk(file, ASKING)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]),
);

test("a passed clock, a duration and a string are allowed", () => {
  expect(linesThatAsk("lib/ledger/roll-up.ts", NOT_ASKING)).toEqual([]);
});

test("one module of the server and one of the browser may use it", () => {
  for (const file of ["lib/platform/config/clock.ts", "components/ui/use-now.ts"]) {
    expect(linesThatAsk(file, ASKING)).toEqual([]);
  }
});
