import path from "node:path";
import { findBrowser } from "../browser/find-browser.mjs";
import { packageProgram, run } from "../setup/run.mjs";
import { readReport } from "./report.mjs";

/**
 * @import { Environment } from "../setup/run.mjs"
 * @typedef {{ file: string, title: string, tests: { status: string }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ suites: Suite[], errors: { message: string }[] }} Report
 */

/**
 * Runs the end-to-end tests in a browser, and counts.
 * @param {{ dir: string, env: Environment, signal: AbortSignal, files: string[] }} options `files`: none for all
 */
export async function runPlaywright({ dir, env, signal, files }) {
  const browser = await findBrowser({ log: console.log });
  const report = path.join(dir, "playwright.json");
  const all = {
    ...env,
    BROWSER_PATH: browser.executablePath ?? "",
    BROWSER_ENV: JSON.stringify(browser.env),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const args = packageProgram("@playwright/test/cli.js", "test", "--reporter=list,json", ...files);
  const { code } = await run(process.execPath, args, { env: all, check: false, signal });
  return readReport(report, code, countPlaywright);
}

/** @param {Report} report */
export function countPlaywright({ suites, errors }) {
  const tests = suites.flatMap(testsOf);
  const failed = tests.filter(({ status }) => status === "unexpected");
  return {
    passed: tests.filter(({ status }) => status === "expected").length,
    failures: [...failed.map(({ title }) => title), ...errors.map(({ message }) => `Playwright: ${message}`)],
  };
}

/**
 * @param {Suite} suite
 * @returns {{ status: string, title: string }[]}
 */
function testsOf({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests.map(({ status }) => ({ status, title: `e2e/${file}: ${title}` })),
  );
  return [...own, ...suites.flatMap(testsOf)];
}
