import { existsSync, readFileSync } from "node:fs";

/** @import { Count } from "./tally.mjs" */

/**
 * The counts of a runner. A crash, or no tests, counts as one failure.
 * @template Report
 * @param {string} file
 * @param {number} code
 * @param {(report: Report) => Count} count
 * @returns {Count}
 */
export function readReport(file, code, count) {
  if (!existsSync(file)) return { passed: 0, failures: [`The test runner ended (${code}) without a report.`] };
  const { passed, failures } = count(JSON.parse(readFileSync(file, "utf8")));
  if (failures.length > 0) return { passed, failures };
  if (code !== 0) return { passed, failures: [`The test runner ended with ${code} although no test failed.`] };
  return passed > 0 ? { passed, failures } : { passed, failures: ["There was no test to run."] };
}
