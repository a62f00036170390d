import type { CallListQuery } from "@/lib/call/contract/call-list";
import { listCalls } from "@/lib/report/list-calls";
import { summarizeCalls } from "@/lib/report/summarize-calls";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import { connected } from "@/scripts/database/roles.mjs";
import type { Bench, Line } from "../bench";
import { variedCalls } from "../company/varied-calls";
import { interleaved } from "../measure/interleaved";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { ratio, ratioText } from "../measure/ratio";

const PAGE_MS = 50;
const SUMMARY_MS = 150;
const DEEP_TIMES_AT_MOST = 1.3;
const CALLS_A_DAY = 3 * 60 * 24;
const DAY_MS = 86_400_000;

/** Pages of a long list, near and deep, by every filter, and summaries over 100,000 calls. */
export const callList: Bench = async ({ quick }) => {
  const { ctx } = await givenCompany({ clock: fakeClock(new Date()) });
  const calls = quick ? 120_000 : 1_000_000;
  await variedCalls(ctx, calls);
  await connected(process.env.MIGRATION_URL ?? "", (owner) => owner.query("analyze"));
  const rounds = quick ? 15 : 50;
  return [
    await deepPage(ctx, calls, rounds),
    ...(await filters(ctx, calls, rounds)),
    ...(await summaries(ctx, calls, rounds)),
  ];
};

/** A cursor of the form that the list returns. */
function cursorAt(ctx: GivenContext, position: number): string {
  return Buffer.from(`${ctx.now().getTime() - position * 20_000}.1`).toString("base64url");
}

async function deepPage(ctx: GivenContext, calls: number, rounds: number): Promise<Line> {
  const deep = cursorAt(ctx, Math.floor(calls / 2));
  const times = await interleaved(rounds, {
    first: () => milliseconds(() => listCalls(ctx, {})),
    deep: () => milliseconds(() => listCalls(ctx, { cursor: deep })),
  });
  const times1 = ratio(times.deep, times.first);
  const both = `${median(times.deep).toFixed(1)} and ${median(times.first).toFixed(1)} ms`;
  return {
    what: `Page ${calls / 100} of the list of ${calls} calls`,
    measured: `${ratioText(times1)} × page 1 (${both})`,
    target: `≤ ${DEEP_TIMES_AT_MOST} ×`,
    met: times1.median <= DEEP_TIMES_AT_MOST,
  };
}

async function filters(ctx: GivenContext, calls: number, rounds: number): Promise<Line[]> {
  const ago = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS);
  const queries: Record<string, CallListQuery> = {
    "a day": { started_from: ago(20), started_until: ago(19) },
    "a buyer": { buyer_id: ctx.buyer.id },
    "a buyer without calls": { buyer_id: ctx.otherBuyer.id },
    "an offer and a source": { offer_id: ctx.offer.id, traffic_source_id: ctx.trafficSource.id },
    converted: { buyer_converted: true },
    "a mechanism": { mechanism: "duration" },
    "a mechanism that decided nothing": { mechanism: "webhook" },
    "connected seconds": { connected_min: 200, connected_max: 210 },
    revenue: { revenue_min: "5", sort: "started_at" },
    "in progress, of which there are none": { state: "in_progress" },
    "a token": { tokens: { zip: "80210" } },
    "a token that no call has": { tokens: { zip: "none" } },
    "open items": { has_inbox: true },
    changed: { changed_since: ago(1) },
    "an external ID": { external_id: "CA-1" },
    "an ID": { q: String(calls - 7) },
    "the last digits of nobody": { q: "5559999" },
    "a name": { q: "birch" },
    "by revenue, of two days": { started_from: ago(2), sort: "-revenue" },
  };
  const measures = Object.entries(queries).map(
    ([name, query]) => [name, () => milliseconds(() => listCalls(ctx, query))] as const,
  );
  const times = await interleaved(rounds, Object.fromEntries(measures));
  return Object.entries(times).map(([name, ms]) => line(`Calls by filter: ${name}`, median(ms), PAGE_MS));
}

async function summaries(ctx: GivenContext, calls: number, rounds: number): Promise<Line[]> {
  const summed = Math.min(100_000, calls);
  const started_from = new Date(ctx.now().getTime() - (summed / CALLS_A_DAY) * DAY_MS);
  const of = (query: Parameters<typeof summarizeCalls>[1]) => () =>
    milliseconds(() => summarizeCalls(ctx, { started_from, ...query }));
  const times = await interleaved(rounds, {
    alone: of({}),
    "by day": of({ group_by: "day" }),
    "by buyer": of({ group_by: "buyer" }),
    "by mechanism, converted": of({ group_by: "mechanism", buyer_converted: true }),
  });
  return Object.entries(times).map(([name, ms]) => line(`Summary of ${summed} calls, ${name}`, median(ms), SUMMARY_MS));
}

function line(what: string, ms: number, atMost: number): Line {
  return { what, measured: `${ms.toFixed(1)} ms`, target: `≤ ${atMost} ms`, met: ms <= atMost };
}
