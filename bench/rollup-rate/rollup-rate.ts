import type { CompanyId } from "@/lib/base/ids";
import { rollUp } from "@/lib/ledger/roll-up";
import { givenCompany } from "@/lib/testing/factories/given-company";
import type { Bench, Line } from "../bench";
import { analyzeWithoutThisCompany } from "../company/analyze-without-this-company";
import { benchCalls } from "../company/bench-calls";
import { applyAll, conversionsOf } from "../company/conversions-of";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { ratio, ratioText } from "../measure/ratio";
import { EntryTwin } from "./entry-twin";

const PER_SECOND_AT_LEAST = 30_000;
const RATIO_AT_LEAST = 0.5;

/**
 * Rollups of new calls that all convert, every fourth reversed, compared to a plain INSERT … SELECT of the same
 * entries.
 */
export const rollupRate: Bench = async ({ quick }) => {
  const callsARound = quick ? 2_000 : 40_000;
  await analyzeWithoutThisCompany(callsARound);
  const { ctx, company } = await givenCompany();
  const twin = await EntryTwin.make();
  const [posting, bare, entries]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < (quick ? 2 : 5); round += 1) {
    const calls = await benchCalls(ctx, callsARound);
    await applyAll(ctx, conversionsOf(ctx, calls, true));
    const takenBack = calls.filter((_, position) => position % 4 === 0);
    await applyAll(ctx, conversionsOf(ctx, takenBack, false));
    posting.push(await milliseconds(async () => entries.push((await rollUp(ctx)).entries)));
    bare.push(await twin.insertNew(company.id));
  }
  return [speed(posting, entries), bareLine(bare, posting), await size(twin, company.id)];
};

function speed(times: readonly number[], entries: readonly number[]): Line {
  const perSecond = times.map((ms, round) => ((entries[round] ?? 0) / ms) * 1000);
  const middle = median(perSecond);
  const range = `${Math.min(...perSecond).toFixed()}–${Math.max(...perSecond).toFixed()}`;
  return {
    what: `Rollup of ${entries[0]} entries`,
    measured: `${middle.toFixed()} entries/s [${range}]`,
    target: `≥ ${PER_SECOND_AT_LEAST}/s`,
    met: middle >= PER_SECOND_AT_LEAST,
  };
}

function bareLine(bare: readonly number[], posting: readonly number[]): Line {
  const share = ratio(bare, posting);
  return {
    what: "The same entries by a bare INSERT … SELECT",
    measured: `the rollup keeps ${ratioText(share)} of its speed`,
    target: `≥ ${RATIO_AT_LEAST} ×`,
    met: share.median >= RATIO_AT_LEAST,
  };
}

async function size(twin: EntryTwin, company: CompanyId): Promise<Line> {
  return {
    what: "An entry with all its indexes",
    measured: `${await twin.bytesAnEntry(company)} bytes`,
    target: "",
    met: true,
  };
}
