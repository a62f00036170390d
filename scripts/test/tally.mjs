import { Failure, Stopped } from "../setup/failure.mjs";

/** Runs the parts of the test suite in order, whatever their results, and counts. */
export class Tally {
  passed = 0;
  failures = [];

  /** `work` resolves to its counts, { passed, failures, output }, or to another value, which is returned. */
  async run(name, work) {
    console.log(`\n── ${name}`);
    try {
      const result = await work();
      if (Array.isArray(result?.failures)) this.count(result);
      return result;
    } catch (error) {
      if (error instanceof Stopped || error.name === "AbortError") throw error;
      console.log(error instanceof Failure ? error.message : error);
      this.failures.push(name);
      return null;
    }
  }

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
