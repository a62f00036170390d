import { issueStatements } from "@/lib/statement/issue-statements";
import { listStatementLines } from "@/lib/statement/list-statement-lines";
import { previewStatements } from "@/lib/statement/preview-statements";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import type { Bench, Line } from "../bench";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { fillAccount } from "./full-account";

const TOTALS_MS = 50;
const PAGE_MS = 100;

/** The totals of a statement with very many entries, from balances; then a page of its lines. */
export const statement: Bench = async ({ quick }) => {
  const { ctx } = await givenCompany({ timeZone: "UTC", clock: fakeClock("2026-11-02T12:00:00Z") });
  const entries = await fillAccount(ctx, "2026-10", quick ? 20_000 : 1_000_000);
  const owner = { type: "buyer", id: ctx.buyer.id } as const;
  const rounds = quick ? 5 : 30;
  const totals = await timesOf(rounds, async () => {
    const [due] = await previewStatements(ctx, { owner });
    if (due?.entries !== entries) throw new Error(`the statement has ${due?.entries} entries, not ${entries}`);
  });
  await issueStatements(ctx, { owner });
  let cursor: string | undefined;
  const pages = await timesOf(rounds, async () => {
    const page = await listStatementLines(ctx, "1", { ...(cursor && { cursor }) });
    cursor = page.next_cursor ?? undefined;
  });
  return [
    line(`Totals of a statement of ${entries} entries`, totals, TOTALS_MS),
    line("A page of 100 of its lines", pages, PAGE_MS),
  ];
};

async function timesOf(rounds: number, work: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  await work();
  for (let round = 0; round < rounds; round += 1) times.push(await milliseconds(work));
  return times;
}

function line(what: string, times: readonly number[], atMost: number): Line {
  const middle = median(times);
  return {
    what,
    measured: `${middle.toFixed(1)} ms [${Math.min(...times).toFixed(1)}–${Math.max(...times).toFixed(1)}]`,
    target: `≤ ${atMost} ms`,
    met: middle <= atMost,
  };
}
