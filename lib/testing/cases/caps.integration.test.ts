import { expect, test } from "vitest";
import type { Call } from "@/lib/testing/api/answers";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { minutesAgo } from "@/lib/testing/api/minutes-ago";
import { expectBooksBalance } from "@/lib/testing/invariants";

const EVERY_CALL = { rules: [{ name: "Every call" }] };

async function givenCap(limit: string): Promise<GivenApi> {
  const setup = await givenApi();
  await setup.saveBuyerSettings(EVERY_CALL);
  const cap = { measure: "conversions", span: "total", limit, stops_automatic: true };
  expect(await setup.owner.post(`/buyers/${setup.buyer.id}/caps`, cap)).toMatchObject({ status: 201 });
  return setup;
}

/** Reports calls that started this many minutes ago, in this order. */
async function givenCalls(setup: GivenApi, ...minutes: readonly number[]): Promise<Call[]> {
  const calls: Call[] = [];
  for (const minute of minutes) {
    const caller = `+130355501${minute}`;
    calls.push(await setup.givenCall({ caller, started_at: minutesAgo(minute) }));
  }
  return calls;
}

async function proposed(setup: GivenApi): Promise<(number | undefined)[]> {
  return (await setup.openItems())
    .filter(({ reason }) => reason === "cap_freed")
    .map(({ call }) => call?.id)
    .reverse();
}

const takeBack = (setup: GivenApi, call: Call | undefined) => setup.update(call?.id ?? 0, { buyer_converted: false });

test("a freed unit of a cap proposes the oldest call that the cap stopped", async () => {
  const setup = await givenCap("1");
  const [first, newest, oldest] = await givenCalls(setup, 50, 20, 40);
  expect([first, newest, oldest].map((call) => call?.buyer_converted)).toEqual([true, false, false]);
  await takeBack(setup, first);
  expect(await proposed(setup)).toEqual([oldest?.id]);
  expect(await setup.getCall(oldest?.id ?? 0)).toMatchObject({ buyer_converted: false });
  await expectBooksBalance(setup);
});

test("an accepted proposal converts and uses the unit again", async () => {
  const setup = await givenCap("1");
  const [first, stopped] = await givenCalls(setup, 50, 40);
  await takeBack(setup, first);
  const item = (await setup.openItems()).find(({ reason }) => reason === "cap_freed");
  expect(item).toMatchObject({ side: "buyer", actions: ["accept", "dismiss"] });
  expect(await setup.resolve("accept", item)).toMatchObject({ status: 200, changed: true });
  expect(await setup.getCall(stopped?.id ?? 0)).toMatchObject({
    buyer_converted: true,
    revenue: "10.00",
    buyer_decision: { mechanism: "rule", explicit: false },
  });
  const [last] = await givenCalls(setup, 10);
  expect(last).toMatchObject({ buyer_converted: false });
  await expectBooksBalance(setup);
});

test("as many calls as fit are proposed, oldest first", async () => {
  const setup = await givenCap("2");
  const [first, second, ...stopped] = await givenCalls(setup, 60, 55, 20, 40, 30);
  expect(stopped.map((call) => call.buyer_converted)).toEqual([false, false, false]);
  const [, oldest, middle] = stopped;
  await takeBack(setup, first);
  expect(await proposed(setup)).toEqual([oldest?.id]);
  await takeBack(setup, second);
  expect(await proposed(setup)).toEqual([oldest?.id, middle?.id]);
});

test("a call that no longer converts by its facts is not proposed", async () => {
  const setup = await givenApi();
  const condition = { all: [{ token: "sold", operator: "not_equals", values: ["no"] }] };
  await setup.saveBuyerSettings({ rules: [{ name: "Not lost", condition }] });
  const cap = { measure: "conversions", span: "total", limit: "1", stops_automatic: true };
  await setup.owner.post(`/buyers/${setup.buyer.id}/caps`, cap);
  const [first, lost, stopped] = await givenCalls(setup, 50, 40, 30);
  await setup.update(lost?.id ?? 0, { tokens: { sold: "no" } });
  await takeBack(setup, first);
  expect(await proposed(setup)).toEqual([stopped?.id]);
});

test("a call with an explicit update since is not proposed", async () => {
  const setup = await givenCap("1");
  const [first, refused, stopped] = await givenCalls(setup, 50, 40, 30);
  await takeBack(setup, refused);
  await takeBack(setup, first);
  expect(await proposed(setup)).toEqual([stopped?.id]);
});
