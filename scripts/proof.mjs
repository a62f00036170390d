import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { main } from "./setup/main.mjs";
import { prepare } from "./setup/prepare.mjs";
import { packageProgram, run } from "./setup/run.mjs";

const QUICK = "--quick";

/**
 * Each guarantee and the tests that check it, on a PostgreSQL of their own.
 * @type {[name: string, files: string, options?: { often?: number, MODEL_CALLS?: string }][]}
 */
const GUARANTEES = [
  ["every sequence of saves ends in the entries it should", "conversion/model", { often: 5, MODEL_CALLS: "10000" }],
  [
    "nothing is lost or doubled at once",
    "conversion/at-once conversion/opposite-orders document/record-document ledger/roll-up ledger/run-rollup",
  ],
  ["a cap is never one over, never one short", "cap/at-the-edge"],
  ["each entry lands in one month and on one statement", "period/close-period statement/every-entry-once"],
  ["whoever tampers is found and named", "proof/verify-books"],
  ["hledger and beancount agree with every balance", "export/export-ledger"],
  ["erased values stay erased, and no money moves", "erasure/erasure erasure/erase-everywhere"],
];

await main(async ({ signal, atEnd }) => {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => arg !== QUICK);
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")}: use ${QUICK} or no argument.`);
  const quick = args.includes(QUICK);
  await prepare(["install-all", "client"], { signal });
  const dir = mkdtempSync(path.join(os.tmpdir(), "callmark-proof-"));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));

  /** @type {string[]} */
  const failed = [];
  const books = await run(process.execPath, ["scripts/verify-books.mjs"], { check: false, signal });
  if (books.code !== 0) failed.push("the books of this installation hold");
  for (const [name, files, { often = 1, ...env } = {}] of GUARANTEES) {
    console.log(`\n${name} …`);
    const paths = files.split(" ").map((file) => `lib/${file}.integration.test.ts`);
    const vitest = packageProgram("vitest/vitest.mjs", "run", "--project", "integration", ...paths);
    for (let time = 0; time < (quick ? 1 : often); time += 1) {
      const sizes = quick && env.MODEL_CALLS ? { MODEL_CALLS: "1000" } : env;
      const { code } = await run(process.execPath, vitest, { env: sizes, check: false, signal });
      if (code !== 0) failed.push(name);
    }
  }
  const broken = [...new Set(failed)];
  console.log(broken.length === 0 ? "\nEvery guarantee holds." : `\nBroken: ${broken.join("; ")}.`);
  return broken.length === 0 ? 0 : 1;
});
