import { beforeAll, describe, expect, test } from "vitest";
import type { CallFilter } from "@/lib/call/domain/call-filter";
import { callOrder } from "@/lib/call/domain/call-order";
import { listCallViews, type PageOrder } from "@/lib/call/sql/list-calls";
import { Prisma } from "@/lib/platform/sql/generated/client";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import { asOwner } from "@/lib/testing/as-owner";
import { givenManyCalls } from "@/lib/testing/call/many-calls";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";

const CALLS = 30_000;
const A_PAGE = 50;
/** Rows of a page with what belongs to each call, and what an index has beside the page. */
const ONLY_A_PAGE = 2_000;

let ctx: GivenContext;
let newest: { id: number; uuid: string; caller: string };
beforeAll(async () => {
  ({ ctx } = await givenCompany());
  await givenManyCalls(ctx, CALLS);
  await givenManyCalls((await givenCompany()).ctx, CALLS);
  // Otherwise the plans depend on when autovacuum last looked.
  await asOwner(ctx.company.id, "analyze call, call_person, feed, feed_queue, inbox", []);
  const [call] = await readInCompanySql(
    ctx.company.id,
    (tx) => tx.$queryRaw<(typeof newest)[]>`
      select c.id::integer, c.uuid::text, p.caller from call c
      join call_person p on p.company_id = ${ctx.company.id} and p.call_id = c.id
      where c.company_id = ${ctx.company.id} order by c.started_at desc limit 1`,
  );
  if (!call) throw new Error("there is no call");
  newest = call;
});

type Node = { "Actual Rows": number; "Actual Loops": number; "Relation Name"?: string; Plans?: Node[] } & Record<
  string,
  unknown
>;

/** Rows of tables that a plan read, whether or not it returned them. */
function rowsRead(node: Node): number {
  const removed = Object.entries(node).filter(([name]) => name.startsWith("Rows Removed"));
  const read = removed.reduce((total, [, rows]) => total + Number(rows), node["Actual Rows"]);
  const own = node["Relation Name"] === undefined ? 0 : read * node["Actual Loops"];
  return (node.Plans ?? []).reduce((total, plan) => total + rowsRead(plan), own);
}

/** What the server's role reads for a page, behind row-level security. */
async function rowsOfPage(filter: CallFilter, order: Partial<PageOrder> = {}) {
  return readInCompanySql(ctx.company.id, async (tx) => {
    let rows = 0;
    const $queryRaw = async (parts: TemplateStringsArray, ...values: unknown[]) => {
      const statement = Prisma.sql(parts, ...values);
      const [row] = await tx.$queryRaw<
        { "QUERY PLAN": { Plan: Node }[] }[]
      >`explain (analyze, format json) ${statement}`;
      const plan = row?.["QUERY PLAN"][0]?.Plan;
      if (plan) rows += rowsRead(plan);
      return tx.$queryRaw(parts, ...values);
    };
    const counting = { ...tx, $queryRaw } as SqlTx;
    const { views } = await listCallViews(counting, filter, { ...callOrder("-started_at"), limit: A_PAGE, ...order });
    return { rows, calls: views.length };
  });
}

describe("a page reads little more than its calls", () => {
  const day = 86_400_000;
  const filters: Record<string, () => [CallFilter, Partial<PageOrder>?]> = {
    none: () => [{}],
    "none, oldest first": () => [{}, callOrder("started_at")],
    "a deep page": () => [{}, { after: { key: ctx.now().getTime() - 15 * day, id: 1 } }],
    "a range of starts": () => [
      { startedFrom: new Date(+ctx.now() - 9 * day), startedUntil: new Date(+ctx.now() - 8 * day) },
    ],
    "a buyer with most calls": () => [{ buyerId: ctx.buyer.id }],
    "a buyer with few calls": () => [{ buyerId: ctx.otherBuyer.id }],
    "an offer": () => [{ offerId: ctx.offer.id }],
    "a traffic source": () => [{ trafficSourceId: ctx.trafficSource.id }],
    "a restricted actor": () => [{ buyerIds: [ctx.otherBuyer.id] }],
    converted: () => [{ buyerConverted: true }],
    either: () => [{ eitherConverted: false }],
    mechanism: () => [{ mechanism: "duration" }],
    connected: () => [{ connectedMin: 60, connectedMax: 120 }],
    revenue: () => [{ revenueMin: 1n }],
    state: () => [{ state: "finished" }],
    tokens: () => [{ tokens: { zip: "80201" } }],
    "changed since": () => [{ changedSince: new Date(+ctx.now() - 200 * 60_000) }],
    "an external ID": () => [{ externalId: "many-777" }],
    "search by ID": () => [{ search: "29777" }],
    "search by UUID": () => [{ search: newest.uuid }],
    "search by the beginning of a UUID": () => [{ search: newest.uuid.slice(0, 9) }],
    "search by caller": () => [{ search: newest.caller }],
    "search by its last digits": () => [{ search: newest.caller.slice(-7) }],
    "search by an external ID": () => [{ search: "many-777" }],
    "search by a name": () => [{ search: "cedar" }],
    "search for nobody": () => [{ search: "+15555555555" }],
    "open items": () => [{ hasInbox: true }],
  };

  test.each(Object.keys(filters))("%s", async (name) => {
    const [filter, order] = filters[name]?.() ?? [{}];
    const { rows, calls } = await rowsOfPage(filter, order);
    expect(rows).toBeLessThan(ONLY_A_PAGE);
    if (!/nobody|open items/.test(name)) expect(calls).toBeGreaterThan(0);
  });
});

describe("what has no index looks through 10,000 calls a page at most", () => {
  test.each<[string, CallFilter]>([
    ["a mechanism that decided nothing", { mechanism: "webhook" }],
    ["a token that no call has", { tokens: { zip: "none" } }],
    ["calls in progress", { state: "in_progress" }],
    ["a buyer's calls of another source", { buyerId: 1, trafficSourceId: 9_999 }],
  ])("%s", async (_, filter) => {
    const { rows } = await rowsOfPage(filter);
    expect(rows).toBeLessThan(4 * 10_000 + ONLY_A_PAGE);
  });
});
