import fc from "fast-check";
import { expect, test } from "vitest";
import { getCall } from "@/lib/conversion/get-call";
import { lockSide } from "@/lib/conversion/set-side";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { BuyerSettings } from "@/lib/settings/contract/conversion-settings";
import { getBuyerSettings } from "@/lib/settings/get-settings";
import { saveBuyerSettings } from "@/lib/settings/save-settings";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { givenCap } from "@/lib/testing/factories/given-cap";
import { type CompanyOptions, type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { evaluatePastCalls } from "./evaluate-past-calls";
import { simulateBuyer } from "./simulate";

const LONG_AGO = new Date("2020-01-01T00:00:00Z");
const NEW_CALLERS = { name: "New callers", duplicates: { seconds: 86_400, counts: "converted" } };
const CALLS_OVER_PAGES = 1_100;

async function setup(options: CompanyOptions = {}) {
  const { ctx } = await givenCompany(options);
  return { ctx, owner: { buyerId: ctx.buyer.id } };
}

const minutesAgo = (ctx: GivenContext, minutes: number) => new Date(ctx.now().getTime() - minutes * 60_000);

/** Backdates these settings to before the first call. */
async function dateBack(ctx: GivenContext, settings: object) {
  const { version } = await getBuyerSettings(ctx, ctx.buyer.id);
  await saveBuyerSettings(ctx, ctx.buyer.id, {
    version,
    settings: BuyerSettings.parse(settings),
    valid_from: LONG_AGO,
  });
}

async function convertedOf(
  ctx: GivenContext,
  calls: readonly { readonly id: number }[],
): Promise<(boolean | undefined)[]> {
  const now = await Promise.all(calls.map(({ id }) => getCall(ctx, { id })));
  return now.map((call) => call.buyer_converted);
}

/** Returns a preview after checking that the commit does the same. */
async function expectPreviewCommits(ctx: GivenContext, owner: { buyerId: number } | { offerId: number }) {
  const previewed = await expectPreviewCommitsOnce(ctx, owner);
  const again = await evaluatePastCalls(ctx, owner, { days: 30 });
  expect(again).toMatchObject({ calls: previewed.calls, changed: 0, proposed: 0 });
  return previewed;
}

async function expectPreviewCommitsOnce(ctx: GivenContext, owner: { buyerId: number } | { offerId: number }) {
  const previewed = await evaluatePastCalls(ctx, owner, { days: 30, preview: true });
  expect(await evaluatePastCalls(ctx, owner, { days: 30 })).toEqual(previewed);
  await rollUp(ctx);
  await expectBooksBalance(ctx);
  return previewed;
}

/** Calls of several callers whose starts are in reverse order of their ids. */
function callsBackwards(ctx: GivenContext, count: number, callers: number) {
  const calls = Array.from({ length: count }, (_, place) => ({
    caller: `+1303555${String(place % callers).padStart(4, "0")}`,
    started_at: minutesAgo(ctx, 10 + place),
  }));
  return givenCalls(ctx, calls);
}

test("duplicates are decided in order of start, across pages, and as the preview shows", async () => {
  const { ctx, owner } = await setup();
  const calls = await callsBackwards(ctx, CALLS_OVER_PAGES, 700);
  await dateBack(ctx, { rules: [NEW_CALLERS] });
  expect(await expectPreviewCommits(ctx, owner)).toMatchObject({ calls: 1_100, changed: 700, revenue: "7000.00" });
  const [newest, oldest] = [calls[0], calls[700]];
  expect(
    await convertedOf(
      ctx,
      [newest, oldest].flatMap((call) => call ?? []),
    ),
  ).toEqual([false, true]);
});

test("a cap that stops automatic conversion stops the same calls in preview and commit, across pages", async () => {
  const { ctx, owner } = await setup();
  await givenCap(ctx, { span: "total", limit: "600" });
  await callsBackwards(ctx, CALLS_OVER_PAGES, CALLS_OVER_PAGES);
  await dateBack(ctx, { rules: [{ name: "All" }] });
  expect(await expectPreviewCommits(ctx, owner)).toMatchObject({ changed: 600, proposed: 0, revenue: "6000.00" });
});

test("of two conversions in the wrong order the later is proposed once, in preview and commit", async () => {
  const { ctx, owner } = await setup();
  await dateBack(ctx, { rules: [{ name: "All" }] });
  await callsBackwards(ctx, CALLS_OVER_PAGES, 700);
  await dateBack(ctx, { rules: [NEW_CALLERS] });
  expect(await expectPreviewCommits(ctx, owner)).toMatchObject({ proposed: 400 });
});

const amountOf = (name: string, amount: string) => ({
  name,
  condition: { all: [{ token: name, operator: "exists", values: [] }] },
  amount: { kind: "fixed", amount },
});

test("revenue that a cap frees is proposed to a call that it stopped before", async () => {
  const { ctx, owner } = await setup();
  await givenCap(ctx, { measure: "revenue", span: "total", limit: "20.00", stops_automatic: true });
  await dateBack(ctx, { rules: [amountOf("sold", "10.00")] });
  for (const minutes of [30, 20, 40 * 24 * 60]) {
    await givenCall(ctx, { started_at: minutesAgo(ctx, minutes), tokens: { sold: "yes" } });
  }
  await dateBack(ctx, { rules: [amountOf("sold", "5.00")] });
  expect(await expectPreviewCommits(ctx, owner)).toMatchObject({ calls: 2, proposed: 1, revenue: "-10.00" });
});

test("and to a call that it stopped on an earlier page", async () => {
  const { ctx, owner } = await setup();
  await givenCap(ctx, { measure: "revenue", span: "total", limit: "20.00", stops_automatic: true });
  await dateBack(ctx, { rules: [amountOf("sold", "10.00")] });
  await givenCall(ctx, { started_at: minutesAgo(ctx, 2_000), tokens: { early: "yes" } });
  await callsBackwards(ctx, 600, 600);
  for (const minutes of [5, 4]) {
    await givenCall(ctx, { started_at: minutesAgo(ctx, minutes), tokens: { sold: "yes" } });
  }
  await dateBack(ctx, { rules: [amountOf("early", "5.00"), amountOf("sold", "5.00")] });
  expect(await expectPreviewCommitsOnce(ctx, owner)).toMatchObject({ changed: 2, proposed: 1, revenue: "-10.00" });
});

test("explicit and locked sides keep their flag", async () => {
  const { ctx, owner } = await setup();
  const [refused, locked, open] = await givenCalls(
    ctx,
    [30, 20, 10].map((minutes) => ({ started_at: minutesAgo(ctx, minutes) })),
  );
  if (!refused || !locked || !open) throw new Error("a call is missing");
  await updateCall(ctx, { id: refused.id }, { buyer_converted: false });
  await lockSide(ctx, { id: locked.id }, { side: "buyer", locked: true });
  await dateBack(ctx, { rules: [{ name: "All" }] });
  expect(await expectPreviewCommits(ctx, owner)).toMatchObject({ calls: 3, changed: 1 });
  expect(await convertedOf(ctx, [refused, locked, open])).toEqual([false, false, true]);
});

test("an offer's calls are evaluated for any buyer", async () => {
  const { ctx } = await setup();
  await givenCalls(ctx, [{ started_at: minutesAgo(ctx, 20) }, { buyer_id: ctx.otherBuyer.id }]);
  await dateBack(ctx, { rules: [{ name: "All" }] });
  expect(await expectPreviewCommits(ctx, { offerId: ctx.offer.id })).toMatchObject({ calls: 2, changed: 1 });
});

type AnyCall = { caller: string; minutes: number; zip: string; quote: number; connected: number };
const anyCall: fc.Arbitrary<AnyCall> = fc.record({
  caller: fc.integer({ min: 0, max: 7 }).map((line) => `+1303555010${line}`),
  minutes: fc.integer({ min: 10, max: 5_000 }),
  zip: fc.constantFrom("80200", "80201", "80202", "80203"),
  quote: fc.integer({ min: 0, max: 40 }),
  connected: fc.integer({ min: 0, max: 90 }),
});

test("undecided calls get the state that the simulation showed", async () => {
  const settings = {
    rules: [
      {
        ...NEW_CALLERS,
        condition: { all: [{ token: "zip", operator: "in", values: ["80200", "80201"] }] },
        amount: { kind: "token", token: "quote", minimum: "5.00", maximum: "30.00" },
      },
      {
        name: "Long",
        minimum_duration: { basis: "connected", seconds: 45 },
        duplicates: { seconds: 3_600, counts: "any" },
      },
    ],
    duration: { enabled: true, longer_than_seconds: 80 },
  };
  const comeToStand = async (calls: readonly AnyCall[], limit: number) => {
    const { ctx, owner } = await setup({ payout: { percentBasisPoints: 6_000 } });
    await givenCap(ctx, { span: "day", limit: String(limit) });
    await givenCalls(
      ctx,
      calls.map(({ caller, minutes, zip, quote, connected }) => ({
        caller,
        started_at: minutesAgo(ctx, minutes),
        tokens: { zip, quote: `${quote}.50` },
        duration_seconds: 90,
        connected_seconds: connected,
      })),
    );
    const { after } = await simulateBuyer(ctx, ctx.buyer.id, { settings: BuyerSettings.parse(settings), days: 30 });
    await dateBack(ctx, settings);
    const { changed, revenue } = await expectPreviewCommits(ctx, owner);
    expect({ changed, revenue }).toEqual({ changed: after.conversions, revenue: after.revenue });
  };
  await fc.assert(
    fc.asyncProperty(fc.array(anyCall, { minLength: 20, maxLength: 60 }), fc.integer({ min: 3, max: 15 }), comeToStand),
    { numRuns: 8 },
  );
});
