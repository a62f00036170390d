import path from "node:path";
import { inRoot } from "../setup/paths.mjs";
import { packageProgram, run } from "../setup/run.mjs";
import { readReport } from "./report.mjs";

/**
 * @import { Environment } from "../setup/run.mjs"
 * @typedef {{ status: string, fullName: string }} Assertion
 * @typedef {{ testResults: { name: string, status: string, message?: string, assertionResults: Assertion[] }[] }} Report
 */

/**
 * Runs projects of vitest.config.ts, and counts.
 * @param {string[]} projects
 * @param {{ dir: string, env?: Environment, signal: AbortSignal, files?: string[] }} options
 */
export async function runVitest(projects, { dir, env, signal, files = [] }) {
  const report = path.join(dir, `vitest-${projects.join("-")}.json`);
  const options = [
    ...projects.flatMap((name) => ["--project", name]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { code } = await run(process.execPath, packageProgram("vitest/vitest.mjs", "run", ...options, ...files), {
    env,
    check: false,
    signal,
  });
  return readReport(report, code, countVitest);
}

/** @param {Report} report */
export function countVitest({ testResults }) {
  const failures = testResults.flatMap(({ name, status, assertionResults, message }) => {
    const file = path.relative(inRoot(), name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    // A file that fails to load has no tests to fail.
    if (status === "failed" && failed.length === 0) return [`${file}: ${firstLine(message)}`];
    return failed.map((test) => `${file}: ${test.fullName}`);
  });
  const passed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((test) => test.status === "passed");
  return { passed: passed.length, failures };
}

const firstLine = (text = "") => text.split("\n", 1)[0];
