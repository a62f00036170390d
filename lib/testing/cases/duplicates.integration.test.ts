import { describe, expect, test } from "vitest";
import type { Call, EvaluatedPast, Simulation } from "@/lib/testing/api/answers";
import { asteriskFile, wallClock } from "@/lib/testing/api/asterisk-file";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenIntegration } from "@/lib/testing/api/given-integration";
import { minutesAgo } from "@/lib/testing/api/minutes-ago";
import { expectBooksBalance } from "@/lib/testing/invariants";

const NEW_CALLERS = { name: "New callers", duplicates: { seconds: 86_400, counts: "converted" } };
const ONCE_A_DAY = { rules: [NEW_CALLERS] };
const CALLS_AT_ONCE = [25, 20, 15, 10];
const ROUNDS = 8;

async function givenRule(): Promise<GivenApi> {
  const setup = await givenApi();
  await setup.saveBuyerSettings(ONCE_A_DAY);
  return setup;
}

const callerOf = (round: number) => `+130355501${String(round).padStart(2, "0")}`;

async function callsOf({ owner }: GivenApi, caller: string): Promise<Call[]> {
  const { calls } = (await owner.get<{ calls: Call[] }>(`/calls?q=${encodeURIComponent(caller)}`)).body;
  return calls.toSorted((one, other) => Date.parse(one.started_at) - Date.parse(other.started_at));
}

/** Calls of one caller that are converted without a proposal to revert. */
async function unquestioned(setup: GivenApi, caller: string): Promise<Call[]> {
  const waiting = await setup.owner.get<{ items: { reason: string; call: Call }[] }>("/inbox?per_page=200");
  const questioned = new Set(
    waiting.body.items.filter(({ reason }) => reason === "would_revert").map(({ call }) => call.id),
  );
  return (await callsOf(setup, caller)).filter((call) => call.buyer_converted && !questioned.has(call.id));
}

/** In any order of arrival: the caller's first call converts, and no other is converted without a proposal. */
async function expectFirstAlone(setup: GivenApi, caller: string, count: number): Promise<void> {
  const calls = await callsOf(setup, caller);
  expect(calls).toHaveLength(count);
  expect((await unquestioned(setup, caller)).map(({ id }) => id)).toEqual([calls[0]?.id]);
}

describe("of several calls of one caller exactly one converts,", () => {
  test("reported at once on several connections", async () => {
    const setup = await givenRule();
    for (let round = 0; round < ROUNDS; round += 1) {
      const caller = callerOf(round);
      await Promise.all(CALLS_AT_ONCE.map((minutes) => setup.givenCall({ caller, started_at: minutesAgo(minutes) })));
      await expectFirstAlone(setup, caller, CALLS_AT_ONCE.length);
    }
    await expectBooksBalance(setup);
  });

  test("reported by the API and by the phone system at once", async () => {
    const setup = await givenRule();
    const line = await givenIntegration(setup, "asterisk");
    for (let round = 0; round < ROUNDS; round += 1) {
      const caller = callerOf(round);
      const calldate = wallClock(minutesAgo(20));
      await Promise.all([
        setup.givenCall({ caller, started_at: minutesAgo(10) }),
        line.deliver(asteriskFile([{ linkedid: `1700000000.${round}`, src: caller, calldate }])),
      ]);
      await expectFirstAlone(setup, caller, 2);
    }
    await expectBooksBalance(setup);
  });

  test("whose deciding facts arrive at once", async () => {
    const setup = await givenApi();
    const condition = { all: [{ token: "sold", operator: "equals", values: ["yes"] }] };
    await setup.saveBuyerSettings({ rules: [{ ...NEW_CALLERS, condition }] });
    for (let round = 0; round < ROUNDS; round += 1) {
      const caller = callerOf(round);
      const later = await setup.givenCall({ caller, started_at: minutesAgo(10) });
      const first = await setup.givenCall({ caller, started_at: minutesAgo(20) });
      const addSold = ({ id }: Call) => setup.owner.post(`/calls/${id}/tokens`, { tokens: { sold: "yes" } });
      await Promise.all([addSold(later), addSold(first)]);
      await expectFirstAlone(setup, caller, 2);
    }
    await expectBooksBalance(setup);
  });

  test("reported in one delivery, in any order", async () => {
    const setup = await givenRule();
    const { deliver } = await givenIntegration(setup, "asterisk");
    const calls = [15, 25, 20].map((minutes) => ({
      linkedid: `1700000000.${minutes}`,
      calldate: wallClock(minutesAgo(minutes)),
    }));
    expect((await deliver(asteriskFile(calls))).body).toMatchObject({ created: 3 });
    const stand = (await callsOf(setup, "+13035550142")).map((call) => [call.external_id, call.buyer_converted]);
    expect(stand.map(([, converted]) => converted)).toEqual([true, false, false]);
    expect(await setup.openItems()).toEqual([]);
    await expectBooksBalance(setup);
  });

  describe("when past calls are evaluated again,", () => {
    const evaluate = async (setup: GivenApi, fields: object = {}) => {
      const path = `/buyers/${setup.buyer.id}/conversion-settings/evaluate`;
      return (await setup.owner.post<EvaluatedPast>(path, { days: 1, ...fields })).body;
    };
    const givenPast = async () => {
      const setup = await givenApi();
      for (const minutes of [10, 30, 20]) await setup.givenCall({ started_at: minutesAgo(minutes) });
      await setup.saveBuyerSettings(ONCE_A_DAY);
      return setup;
    };

    test("in the preview", async () => {
      const setup = await givenPast();
      expect(await evaluate(setup, { preview: true })).toMatchObject({ calls: 3, changed: 1, revenue: "10.00" });
    });

    test("and in the commit", async () => {
      const setup = await givenPast();
      expect(await evaluate(setup)).toMatchObject({ calls: 3, changed: 1, proposed: 0, revenue: "10.00" });
      const calls = await callsOf(setup, "+13035550142");
      expect(calls.map((call) => call.buyer_converted)).toEqual([true, false, false]);
      expect(await evaluate(setup)).toMatchObject({ changed: 0, proposed: 0 });
      await expectBooksBalance(setup);
    });
  });

  test.each(["buyers", "offers"] as const)("when a draft is simulated on past calls of %s", async (owners) => {
    const setup = await givenApi();
    for (const minutes of [10, 30, 20]) await setup.givenCall({ started_at: minutesAgo(minutes) });
    await setup.givenCall({ caller: "+13035550143" });
    const { id } = owners === "buyers" ? setup.buyer : setup.offer;
    const path = `/${owners}/${id}/conversion-settings/simulate`;
    const { body } = await setup.owner.post<Simulation>(path, { settings: ONCE_A_DAY, days: 1 });
    expect(body).toMatchObject({ before: { calls: 4, conversions: 0 }, after: { calls: 4, conversions: 2 } });
  });
});

describe("duplicates work both ways:", () => {
  test("an earlier call that is reported later proposes to revert the later one", async () => {
    const setup = await givenRule();
    const later = await setup.givenCall({ started_at: minutesAgo(10) });
    const earlier = await setup.givenCall({ started_at: minutesAgo(20) });
    expect([later.buyer_converted, earlier.buyer_converted]).toEqual([true, true]);
    const [item, ...others] = await setup.openItems();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ reason: "would_revert", side: "buyer", call: { id: later.id } });
    expect(await setup.getCall(later.id)).toMatchObject({ buyer_converted: true });
    expect(await setup.resolve("accept", item)).toMatchObject({ status: 200, changed: true });
    expect(await setup.getCall(later.id)).toMatchObject({ buyer_converted: false });
    await expectBooksBalance(setup);
  });

  test("a call that a person converts proposes to revert later ones of its caller", async () => {
    const setup = await givenRule();
    const first = await setup.givenCall({ started_at: minutesAgo(20) });
    await setup.update(first.id, { buyer_converted: false });
    const later = await setup.givenCall({ started_at: minutesAgo(10) });
    expect(later).toMatchObject({ buyer_converted: true });
    await setup.update(first.id, { buyer_converted: true });
    const items = (await setup.openItems()).map(({ reason, call }) => [reason, call?.id]);
    expect(items).toContainEqual(["would_revert", later.id]);
  });

  test("a reversal proposes to convert the call that was its duplicate", async () => {
    const setup = await givenRule();
    const first = await setup.givenCall({ started_at: minutesAgo(20) });
    const second = await setup.givenCall({ started_at: minutesAgo(10) });
    expect([first.buyer_converted, second.buyer_converted]).toEqual([true, false]);
    await setup.update(first.id, { buyer_converted: false });
    const [item] = await setup.openItems();
    expect(item).toMatchObject({ reason: "duplicate_freed", call: { id: second.id } });
    expect(await setup.resolve("accept", item)).toMatchObject({ status: 200, changed: true });
    expect(await setup.getCall(second.id)).toMatchObject({ buyer_converted: true });
    await expectBooksBalance(setup);
  });

  test("calls of other callers are not duplicates", async () => {
    const setup = await givenRule();
    const calls = [await setup.givenCall(), await setup.givenCall({ caller: "+13035550143" })];
    expect(calls.map((call) => call.buyer_converted)).toEqual([true, true]);
    expect(await setup.openItems()).toEqual([]);
  });
});
