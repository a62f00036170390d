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
  const given = await givenApi();
  await given.saveBuyerSettings(ONCE_A_DAY);
  return given;
}

const callerOf = (round: number) => `+130355501${String(round).padStart(2, "0")}`;

async function callsOf({ owner }: GivenApi, caller: string): Promise<Call[]> {
  const { calls } = (await owner.get<{ calls: Call[] }>(`/calls?q=${encodeURIComponent(caller)}`)).body;
  return calls.toSorted((one, other) => Date.parse(one.started_at) - Date.parse(other.started_at));
}

/** Of one caller's calls, those that converted and are not proposed to be reverted. */
async function unquestioned(given: GivenApi, caller: string): Promise<Call[]> {
  const waiting = await given.owner.get<{ items: { reason: string; call: Call }[] }>("/inbox?per_page=200");
  const questioned = new Set(
    waiting.body.items.filter(({ reason }) => reason === "would_revert").map(({ call }) => call.id),
  );
  return (await callsOf(given, caller)).filter((call) => call.buyer_converted && !questioned.has(call.id));
}

/** Whoever came first to the database: the caller's first call converts, and no other stands unquestioned. */
async function expectFirstAlone(given: GivenApi, caller: string, count: number): Promise<void> {
  const calls = await callsOf(given, caller);
  expect(calls).toHaveLength(count);
  expect((await unquestioned(given, caller)).map(({ id }) => id)).toEqual([calls[0]?.id]);
}

describe("of several calls of one caller exactly one converts,", () => {
  test("where they are reported at once on several connections", async () => {
    const given = await givenRule();
    for (let round = 0; round < ROUNDS; round += 1) {
      const caller = callerOf(round);
      await Promise.all(CALLS_AT_ONCE.map((minutes) => given.givenCall({ caller, started_at: minutesAgo(minutes) })));
      await expectFirstAlone(given, caller, CALLS_AT_ONCE.length);
    }
    await expectBooksBalance(given);
  });

  test("where their report and the phone system's arrive at once", async () => {
    const given = await givenRule();
    const line = await givenIntegration(given, "asterisk");
    for (let round = 0; round < ROUNDS; round += 1) {
      const caller = callerOf(round);
      const calldate = wallClock(minutesAgo(20));
      await Promise.all([
        given.givenCall({ caller, started_at: minutesAgo(10) }),
        line.deliver(asteriskFile([{ linkedid: `1700000000.${round}`, src: caller, calldate }])),
      ]);
      await expectFirstAlone(given, caller, 2);
    }
    await expectBooksBalance(given);
  });

  test("where the facts that decide them become known at once", async () => {
    const given = await givenApi();
    const condition = { all: [{ token: "sold", operator: "equals", values: ["yes"] }] };
    await given.saveBuyerSettings({ rules: [{ ...NEW_CALLERS, condition }] });
    for (let round = 0; round < ROUNDS; round += 1) {
      const caller = callerOf(round);
      const later = await given.givenCall({ caller, started_at: minutesAgo(10) });
      const first = await given.givenCall({ caller, started_at: minutesAgo(20) });
      const tell = ({ id }: Call) => given.owner.post(`/calls/${id}/tokens`, { tokens: { sold: "yes" } });
      await Promise.all([tell(later), tell(first)]);
      await expectFirstAlone(given, caller, 2);
    }
    await expectBooksBalance(given);
  });

  test("where one delivery tells of them all, in any order", async () => {
    const given = await givenRule();
    const { deliver } = await givenIntegration(given, "asterisk");
    const calls = [15, 25, 20].map((minutes) => ({
      linkedid: `1700000000.${minutes}`,
      calldate: wallClock(minutesAgo(minutes)),
    }));
    expect((await deliver(asteriskFile(calls))).body).toMatchObject({ created: 3 });
    const stand = (await callsOf(given, "+13035550142")).map((call) => [call.external_id, call.buyer_converted]);
    expect(stand.map(([, converted]) => converted)).toEqual([true, false, false]);
    expect(await given.openItems()).toEqual([]);
    await expectBooksBalance(given);
  });

  describe("where past calls are evaluated again,", () => {
    const evaluate = async (given: GivenApi, fields: object = {}) => {
      const path = `/buyers/${given.buyer.id}/conversion-settings/evaluate`;
      return (await given.owner.post<EvaluatedPast>(path, { days: 1, ...fields })).body;
    };
    const givenPast = async () => {
      const given = await givenApi();
      for (const minutes of [10, 30, 20]) await given.givenCall({ started_at: minutesAgo(minutes) });
      await given.saveBuyerSettings(ONCE_A_DAY);
      return given;
    };

    test("as the preview tells", async () => {
      const given = await givenPast();
      expect(await evaluate(given, { preview: true })).toMatchObject({ calls: 3, changed: 1, revenue: "10.00" });
    });

    test("and as it is carried out", async () => {
      const given = await givenPast();
      expect(await evaluate(given)).toMatchObject({ calls: 3, changed: 1, proposed: 0, revenue: "10.00" });
      const calls = await callsOf(given, "+13035550142");
      expect(calls.map((call) => call.buyer_converted)).toEqual([true, false, false]);
      expect(await evaluate(given)).toMatchObject({ changed: 0, proposed: 0 });
      await expectBooksBalance(given);
    });
  });

  test.each(["buyers", "offers"] as const)("where a draft is simulated on past calls of %s", async (owners) => {
    const given = await givenApi();
    for (const minutes of [10, 30, 20]) await given.givenCall({ started_at: minutesAgo(minutes) });
    await given.givenCall({ caller: "+13035550143" });
    const { id } = owners === "buyers" ? given.buyer : given.offer;
    const path = `/${owners}/${id}/conversion-settings/simulate`;
    const { body } = await given.owner.post<Simulation>(path, { settings: ONCE_A_DAY, days: 1 });
    expect(body).toMatchObject({ before: { calls: 4, conversions: 0 }, after: { calls: 4, conversions: 2 } });
  });
});

describe("duplicates work both ways:", () => {
  test("an earlier call that is reported later proposes to revert the later one", async () => {
    const given = await givenRule();
    const later = await given.givenCall({ started_at: minutesAgo(10) });
    const earlier = await given.givenCall({ started_at: minutesAgo(20) });
    expect([later.buyer_converted, earlier.buyer_converted]).toEqual([true, true]);
    const [item, ...others] = await given.openItems();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ reason: "would_revert", side: "buyer", call: { id: later.id } });
    expect(await given.getCall(later.id)).toMatchObject({ buyer_converted: true });
    expect(await given.resolve("accept", item)).toMatchObject({ status: 200, changed: true });
    expect(await given.getCall(later.id)).toMatchObject({ buyer_converted: false });
    await expectBooksBalance(given);
  });

  test("a call that somebody converts proposes to revert later ones of its caller", async () => {
    const given = await givenRule();
    const first = await given.givenCall({ started_at: minutesAgo(20) });
    await given.update(first.id, { buyer_converted: false });
    const later = await given.givenCall({ started_at: minutesAgo(10) });
    expect(later).toMatchObject({ buyer_converted: true });
    await given.update(first.id, { buyer_converted: true });
    const items = (await given.openItems()).map(({ reason, call }) => [reason, call?.id]);
    expect(items).toContainEqual(["would_revert", later.id]);
  });

  test("a reversal proposes the call that was its duplicate", async () => {
    const given = await givenRule();
    const first = await given.givenCall({ started_at: minutesAgo(20) });
    const second = await given.givenCall({ started_at: minutesAgo(10) });
    expect([first.buyer_converted, second.buyer_converted]).toEqual([true, false]);
    await given.update(first.id, { buyer_converted: false });
    const [item] = await given.openItems();
    expect(item).toMatchObject({ reason: "duplicate_freed", call: { id: second.id } });
    expect(await given.resolve("accept", item)).toMatchObject({ status: 200, changed: true });
    expect(await given.getCall(second.id)).toMatchObject({ buyer_converted: true });
    await expectBooksBalance(given);
  });

  test("calls of other callers are no duplicates", async () => {
    const given = await givenRule();
    const calls = [await given.givenCall(), await given.givenCall({ caller: "+13035550143" })];
    expect(calls.map((call) => call.buyer_converted)).toEqual([true, true]);
    expect(await given.openItems()).toEqual([]);
  });
});
