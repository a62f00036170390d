import { describe, expect, test } from "vitest";
import type { BuyerPostAnswer, Call, ConversionAnswer } from "@/lib/testing/api/answers";
import type { Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { expectBooksBalance } from "@/lib/testing/invariants";

type Say = (converted: boolean, fields?: Fields) => Promise<ConversionAnswer | BuyerPostAnswer>;
type Speaker = (given: GivenApi, call: Call) => Promise<Say>;

const EVENT = "sale-88";

const byKey: Speaker = async (given, { id }) => {
  return (converted, fields) => given.update(id, { buyer_converted: converted, event_id: EVENT, ...fields });
};

const bySecureToken: Speaker = async ({ secure }, { uuid }) => {
  return async (converted, fields) => {
    const said = { buyer_converted: converted, event_id: EVENT, ...fields };
    return (await secure.put<ConversionAnswer>(`/secure/calls/${uuid}`, said)).body;
  };
};

const byWebhook: Speaker = async (given, { uuid }) => {
  const { post } = await givenWebhook(given);
  return async (converted, fields) => (await post({ call_uuid: uuid, converted, event_id: EVENT, ...fields })).body;
};

describe.each([
  ["the API", byKey],
  ["the secure API", bySecureToken],
  ["a buyer's webhook", byWebhook],
] as const)("under one event_id, through %s,", (_, speaker) => {
  const givenSpeaker = async () => {
    const given = await givenApi();
    const call = await given.givenCall();
    return { given, call, say: await speaker(given, call) };
  };

  test("the same words as the newest are a repetition", async () => {
    const { given, call, say } = await givenSpeaker();
    expect(await say(true)).toMatchObject({ changed: true });
    expect(await say(true)).toMatchObject({ changed: false, repeated: true });
    expect(await given.getCall(call.id)).toMatchObject({ buyer_converted: true, version: 1 });
    expect(await given.openItems()).toEqual([]);
  });

  test("other words are a correction, and applied", async () => {
    const { given, call, say } = await givenSpeaker();
    await say(true);
    expect(await say(false)).toMatchObject({ changed: true });
    expect(await say(false)).toMatchObject({ changed: false, repeated: true });
    expect(await given.getCall(call.id)).toMatchObject({ buyer_converted: false, version: 2 });
    await expectBooksBalance(given);
  });

  test("another amount is a correction, and applied", async () => {
    const { given, call, say } = await givenSpeaker();
    await say(true, { revenue: "30.00" });
    expect(await say(true, { revenue: "20.00" })).toMatchObject({ changed: true });
    expect(await given.getCall(call.id)).toMatchObject({ buyer_converted: true, revenue: "20.00" });
    await expectBooksBalance(given);
  });

  test("words that were said before the newest are held, and wait for a person", async () => {
    const { given, call, say } = await givenSpeaker();
    await say(true);
    await say(false);
    expect(await say(true)).toMatchObject({ changed: false, held: true });
    expect(await given.getCall(call.id)).toMatchObject({ buyer_converted: false, version: 2 });
    const [item, ...others] = await given.openItems();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ call: { id: call.id }, update: { buyer_converted: true } });
    expect(await given.resolve("accept", item)).toMatchObject({ status: 200, changed: true });
    expect(await given.getCall(call.id)).toMatchObject({ buyer_converted: true });
    await expectBooksBalance(given);
  });

  test("the same holds for updates that come at once", async () => {
    const { given, call, say } = await givenSpeaker();
    const answers = await Promise.all([say(true), say(true), say(false), say(true)]);
    expect(answers).toMatchObject([
      { changed: true },
      { changed: false, repeated: true },
      { changed: true },
      { changed: false, held: true },
    ]);
    expect(await given.getCall(call.id)).toMatchObject({ buyer_converted: false, version: 2 });
    expect(await given.openItems()).toHaveLength(1);
  });
});

describe("an update without a field", () => {
  test.each([
    ["nothing at all", {}],
    ["an event_id", { event_id: EVENT }],
    ["a reason", { reason: "The policy was sold." }],
    ["a time", { occurred_at: "2026-01-02T10:00:00Z" }],
  ])("is rejected where it names %s", async (_, fields) => {
    const given = await givenApi();
    const { id } = await given.givenCall();
    const { status, body } = await given.owner.put(`/calls/${id}`, fields);
    expect({ status, code: body.code }).toEqual({ status: 422, code: "invalid" });
    expect(await given.getCall(id)).toMatchObject({ version: 0, buyer_decision: null });
    expect((await given.historyOf(id)).changes).toEqual([]);
  });

  test.each(["viewer", "billing"] as const)("needs the permission first: the role %s is told 403", async (role) => {
    const given = await givenApi();
    const { id } = await given.givenCall();
    const key = await given.keyOf(role);
    for (const fields of [{}, { event_id: EVENT }]) {
      expect(await key.put(`/calls/${id}`, fields)).toMatchObject({ status: 403, body: { code: "forbidden" } });
    }
  });

  test("uses up no event_id", async () => {
    const given = await givenApi();
    const { id, uuid } = await given.givenCall();
    await given.owner.put(`/calls/${id}`, { event_id: EVENT });
    await given.secure.put(`/secure/calls/${uuid}`, { event_id: EVENT });
    expect(await given.update(id, { buyer_converted: true, event_id: EVENT })).toMatchObject({ changed: true });
    expect(await given.getCall(id)).toMatchObject({ buyer_converted: true });
  });
});
