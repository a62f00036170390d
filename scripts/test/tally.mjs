import { Failure, Stopped } from "../setup/failure.mjs";
import { isAbort } from "../setup/reason.mjs";

/** @typedef {{ passed: number, failures: string[], output?: string }} Count */

/** Runs the parts of the test suite in order, whatever their results, and counts. */
export class Tally {
  passed = 0;
  /** @type {string[]} */
  failures = [];

  /**
   * `work` resolves to its counts, { passed, failures, output }, or to another value, which is returned.
   * @template Result
   * @param {string} name
   * @param {() => Promise<Result>} work
   */
  async run(name, work) {
    console.log(`\n── ${name}`);
    try {
      const result = await work();
      if (isCount(result)) this.count(result);
      return result;
    } catch (error) {
      if (error instanceof Stopped || isAbort(error)) throw error;
      console.log(error instanceof Failure ? error.message : error);
      this.failures.push(name);
      return null;
    }
  }

  /** @param {Count} counted */
  count({ passed, failures, output }) {
    if (output) console.log(output.trimEnd());
    this.passed += passed;
    this.failures.push(...failures);
  }

  /** The counts are the last line. */
  print() {
    console.log("");
    for (const failure of this.failures) console.log(`failed: ${failure}`);
    console.log(`${this.passed} passed, ${this.failures.length} failed`);
  }
}

/**
 * @param {unknown} result
 * @returns {result is Count}
 */
function isCount(result) {
  return typeof result === "object" && result !== null && "failures" in result;
}
