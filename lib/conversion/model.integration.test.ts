import { randomInt } from "node:crypto";
import { expect, test } from "vitest";
import { rollUp } from "@/lib/ledger/roll-up";
import { readBooks } from "@/lib/testing/books/read-books";
import { faultsOf } from "@/lib/testing/invariants";
import { capStopFaults } from "@/lib/testing/model/cap-stop-faults";
import { expectChargesBeforeCredits, expectOraclesCalls, expectOraclesTotals } from "@/lib/testing/model/expect-oracle";
import { givenModel } from "@/lib/testing/model/given-model";
import { playRound } from "@/lib/testing/model/play-round";
import { proposalFaults, reasonsInInbox } from "@/lib/testing/model/proposal-faults";

const FULL_RUN = 10_000;
/** MODEL_SEED repeats a run, MODEL_CALLS sets its length. */
const { MODEL_SEED = String(randomInt(1_000_000_000)), MODEL_CALLS = String(FULL_RUN) } = process.env;
const ROUNDS = 10;

/** States that every run must reach; a run that misses one tests too little. */
const HELD_AND_PROPOSED = [
  "cap_freed",
  "duplicate_freed",
  "locked",
  "outside_limits",
  "reused_event_id",
  "would_revert",
];

test(`ten thousand random sequences of commands and rollups match the oracle and their previews (MODEL_SEED=${MODEL_SEED})`, async () => {
  await play(Number(MODEL_CALLS));
});

async function play(calls: number): Promise<void> {
  const model = await givenModel(MODEL_SEED, calls);
  for (let round = 1; round <= ROUNDS; round += 1) await playRound(model, round);
  await rollUp(model.ctx);
  const books = await readBooks(model.ctx.company);
  expect(faultsOf(books)).toEqual([]);
  expect(books.queue).toEqual([]);
  expectOraclesCalls(model, books);
  expect(await proposalFaults(model)).toEqual([]);
  expect(await capStopFaults(model, books)).toEqual([]);
  expectOraclesTotals(model, books);
  expect(await expectChargesBeforeCredits(model)).toBeGreaterThan(calls / 10);
  if (calls >= FULL_RUN) expect(await reasonsInInbox(model)).toEqual(HELD_AND_PROPOSED);
}
