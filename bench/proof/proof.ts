import { exportHeads } from "@/lib/proof/export-heads";
import { proveBooks } from "@/lib/proof/verify-books";
import type { Bench } from "../bench";
import { analyzeWithoutThisCompany } from "../company/analyze-without-this-company";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { madeLedger } from "./made-ledger";

const PER_SECOND_AT_LEAST = 200_000;
const ROUNDS = 3;

/** A complete proof with seals and exported links, on a company without planner statistics. */
export const proof: Bench = async ({ quick }) => {
  const wanted = quick ? 20_000 : 1_000_000;
  await analyzeWithoutThisCompany(2_000);
  const ctx = await madeLedger(wanted);
  await exportHeads(ctx.company.id);
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let entries = 0;
    const took = await milliseconds(async () => {
      const proven = await proveBooks(ctx);
      if (proven.difference !== null) throw new Error(`The books do not hold: ${proven.difference}.`);
      entries = proven.entries;
    });
    rates.push((entries / took) * 1000);
  }
  const middle = median(rates);
  const range = `${Math.min(...rates).toFixed()}–${Math.max(...rates).toFixed()}`;
  return [
    {
      what: `Proof of ${wanted} entries`,
      measured: `${middle.toFixed()} entries/s [${range}]`,
      target: `≥ ${PER_SECOND_AT_LEAST}/s`,
      met: middle >= PER_SECOND_AT_LEAST,
    },
  ];
};
