import type { Bench, Line, Setting } from "../bench";
import { Companion } from "../companion/companion";
import { interleaved } from "../measure/interleaved";
import { median } from "../measure/median";
import { ratio, ratioText } from "../measure/ratio";
import type { GrowthOrder } from "./growth-order";

const CHANGES = 1_000;
const FEW = 10_000;
const RATIO_AT_MOST = 1.2;

/** How long a rollup of new changes takes with few and with many old entries, on two databases with a process each. */
export const rollupGrowth: Bench = async (setting) => {
  const many = setting.quick ? 50_000 : 1_000_000;
  const [young, old] = [await grown(setting, FEW), await grown(setting, many)];
  const times = await interleaved(setting.quick ? 5 : 25, { young, old });
  return [line(times.young, times.old, many)];
};

async function grown({ atEnd }: Setting, entries: number): Promise<() => Promise<number>> {
  const company = new Companion<GrowthOrder, number>("bench/rollup-growth/growth-process.ts");
  atEnd(() => company.stop());
  await company.ask({ kind: "grow", entries });
  return () => company.ask({ kind: "roll up", changes: CHANGES });
}

function line(young: readonly number[], old: readonly number[], many: number): Line {
  const grows = ratio(old, young);
  return {
    what: `Rollup of ${CHANGES} changes, ${many} old entries`,
    measured: `${ratioText(grows)} × as long as with ${FEW} (${median(old).toFixed()} and ${median(young).toFixed()} ms)`,
    target: `≤ ${RATIO_AT_MOST} ×`,
    met: grows.median <= RATIO_AT_MOST,
  };
}
