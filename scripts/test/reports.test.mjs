import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inRoot } from "../setup/paths.mjs";
import { countPlaywright } from "./playwright.mjs";
import { readReport } from "./report.mjs";
import { countVitest } from "./vitest.mjs";

/** @type {string} */
let dir;
beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), "callmark-reports-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/**
 * @param {string} name
 * @param {unknown} content
 */
const report = (name, content) => {
  const file = path.join(dir, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
};
/**
 * @param {number} passed
 * @param {string[]} failures
 */
const counted = (passed, ...failures) => ({ passed, failures });

test("a runner that leaves no report counts as failed", () => {
  expect(readReport(path.join(dir, "nothing.json"), 1, countVitest).failures).toHaveLength(1);
});

test("a runner that crashes after its tests have passed counts as failed", () => {
  const file = report("broken.json", {});
  expect(readReport(file, 1, () => counted(3)).failures).toHaveLength(1);
  expect(readReport(file, 0, () => counted(3))).toEqual(counted(3));
});

test("a run without tests counts as failed", () => {
  expect(readReport(report("empty.json", {}), 0, () => counted(0)).failures).toHaveLength(1);
});

test("vitest: tests are counted one by one, a file that fails to load as one failure", () => {
  const testResults = [
    {
      name: inRoot("lib/a.test.ts"),
      status: "failed",
      assertionResults: [
        { status: "passed", fullName: "adds" },
        { status: "failed", fullName: "subtracts" },
      ],
    },
    { name: inRoot("lib/b.test.ts"), status: "failed", message: "Cannot find c\n  at d", assertionResults: [] },
  ];
  expect(countVitest({ testResults })).toEqual(counted(1, "lib/a.test.ts: subtracts", "lib/b.test.ts: Cannot find c"));
});

test("playwright: tests in nested groups count, and so do errors outside of tests", () => {
  /**
   * @param {string} title
   * @param {string} status
   */
  const spec = (title, status) => ({ file: "a.spec.ts", title, tests: [{ status }] });
  const suites = [{ specs: [spec("opens", "expected")], suites: [{ specs: [spec("saves", "unexpected")] }] }];
  const result = countPlaywright({ suites, errors: [{ message: "no browser" }] });
  expect(result).toEqual(counted(1, "e2e/a.spec.ts: saves", "Playwright: no browser"));
});
