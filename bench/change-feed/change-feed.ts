import { numberChanges } from "@/lib/call/number-changes";
import { readChangeFeed } from "@/lib/call/read-change-feed";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import type { Bench, Line } from "../bench";
import { benchCalls } from "../company/bench-calls";
import { applyAll, conversionsOf } from "../company/conversions-of";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";

const BATCH = 1_000;
const A_PAGE = 1_000;
const READ_PER_SECOND_AT_LEAST = 50_000;
const WITH_CALLS_PER_SECOND_AT_LEAST = 20_000;
const NUMBERED_PER_SECOND_AT_LEAST = 20_000;

/** Changes of conversions, each of another call, numbered in batches and read in pages. */
export const changeFeed: Bench = async ({ quick }) => {
  const { ctx } = await givenCompany();
  const changes = quick ? 20_000 : 100_000;
  for (let converted = 0; converted < changes; converted += BATCH) {
    await applyAll(ctx, conversionsOf(ctx, await benchCalls(ctx, BATCH), true));
  }
  return [await numbering(ctx, changes), await reading(ctx, false), await reading(ctx, true)];
};

async function numbering({ company }: GivenContext, changes: number): Promise<Line> {
  const ms = await milliseconds(async () => {
    while ((await numberChanges(company.id)) > 0);
  });
  return line("Numbering committed changes", (changes / ms) * 1000, NUMBERED_PER_SECOND_AT_LEAST);
}

async function reading(ctx: GivenContext, calls: boolean): Promise<Line> {
  const perSecond: number[] = [];
  let cursor: string | undefined;
  for (let hasMore = true; hasMore; ) {
    let count = 0;
    const ms = await milliseconds(async () => {
      const page = await readChangeFeed(ctx, { calls, per_page: A_PAGE, ...(cursor && { cursor }) });
      count = page.changes.length;
      cursor = page.metadata.next_cursor;
      hasMore = page.metadata.has_more;
    });
    perSecond.push((count / ms) * 1000);
  }
  const what = `Change feed, pages of ${A_PAGE}, ${calls ? "with" : "without"} the calls`;
  return line(what, median(perSecond), calls ? WITH_CALLS_PER_SECOND_AT_LEAST : READ_PER_SECOND_AT_LEAST);
}

function line(what: string, perSecond: number, atLeast: number): Line {
  const measured = `${perSecond.toFixed()} changes/s`;
  return { what, measured, target: `≥ ${atLeast}/s`, met: perSecond >= atLeast };
}
