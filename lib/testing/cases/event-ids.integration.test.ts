import { describe, expect, test } from "vitest";
import type { BuyerPostAnswer, Call, ConversionAnswer } from "@/lib/testing/api/answers";
import type { Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { expectBooksBalance } from "@/lib/testing/invariants";

type Say = (converted: boolean, fields?: Fields) => Promise<ConversionAnswer | BuyerPostAnswer>;
type Speaker = (setup: GivenApi, call: Call) => Promise<Say>;

const EVENT = "sale-88";

const byKey: Speaker = async (setup, { id }) => {
  return (converted, fields) => setup.update(id, { buyer_converted: converted, event_id: EVENT, ...fields });
};

const bySecureToken: Speaker = async ({ secure }, { uuid }) => {
  return async (converted, fields) => {
    const sent = { buyer_converted: converted, event_id: EVENT, ...fields };
    return (await secure.put<ConversionAnswer>(`/secure/calls/${uuid}`, sent)).body;
  };
};

const byWebhook: Speaker = async (setup, { uuid }) => {
  const { post } = await givenWebhook(setup);
  return async (converted, fields) => (await post({ call_uuid: uuid, converted, event_id: EVENT, ...fields })).body;
};

describe.each([
  ["the API", byKey],
  ["the secure API", bySecureToken],
  ["a buyer's webhook", byWebhook],
] as const)("for one event_id, through %s,", (_, speaker) => {
  const givenSpeaker = async () => {
    const setup = await givenApi();
    const call = await setup.givenCall();
    return { setup, call, say: await speaker(setup, call) };
  };

  test("content equal to the newest is a repetition", async () => {
    const { setup, call, say } = await givenSpeaker();
    expect(await say(true)).toMatchObject({ changed: true });
    expect(await say(true)).toMatchObject({ changed: false, repeated: true });
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: true, version: 1 });
    expect(await setup.openItems()).toEqual([]);
  });

  test("other content is a correction, and applied", async () => {
    const { setup, call, say } = await givenSpeaker();
    await say(true);
    expect(await say(false)).toMatchObject({ changed: true });
    expect(await say(false)).toMatchObject({ changed: false, repeated: true });
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: false, version: 2 });
    await expectBooksBalance(setup);
  });

  test("another amount is a correction, and applied", async () => {
    const { setup, call, say } = await givenSpeaker();
    await say(true, { revenue: "30.00" });
    expect(await say(true, { revenue: "20.00" })).toMatchObject({ changed: true });
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: true, revenue: "20.00" });
    await expectBooksBalance(setup);
  });

  test("content from before the newest is held for a person", async () => {
    const { setup, call, say } = await givenSpeaker();
    await say(true);
    await say(false);
    expect(await say(true)).toMatchObject({ changed: false, held: true });
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: false, version: 2 });
    const [item, ...others] = await setup.openItems();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ call: { id: call.id }, update: { buyer_converted: true } });
    expect(await setup.resolve("accept", item)).toMatchObject({ status: 200, changed: true });
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: true });
    await expectBooksBalance(setup);
  });

  test("the same applies to simultaneous updates", async () => {
    const { setup, call, say } = await givenSpeaker();
    const answers = await Promise.all([say(true), say(true), say(false), say(true)]);
    expect(answers).toMatchObject([
      { changed: true },
      { changed: false, repeated: true },
      { changed: true },
      { changed: false, held: true },
    ]);
    expect(await setup.getCall(call.id)).toMatchObject({ buyer_converted: false, version: 2 });
    expect(await setup.openItems()).toHaveLength(1);
  });
});

describe("an update without fields", () => {
  test.each([
    ["nothing at all", {}],
    ["an event_id", { event_id: EVENT }],
    ["a reason", { reason: "The policy was sold." }],
    ["a time", { occurred_at: "2026-01-02T10:00:00Z" }],
  ])("is rejected if it names %s", async (_, fields) => {
    const setup = await givenApi();
    const { id } = await setup.givenCall();
    const { status, body } = await setup.owner.put(`/calls/${id}`, fields);
    expect({ status, code: body.code }).toEqual({ status: 422, code: "invalid" });
    expect(await setup.getCall(id)).toMatchObject({ version: 0, buyer_decision: null });
    expect((await setup.historyOf(id)).changes).toEqual([]);
  });

  test.each(["viewer", "billing"] as const)("needs the permission first: the role %s gets 403", async (role) => {
    const setup = await givenApi();
    const { id } = await setup.givenCall();
    const key = await setup.keyOf(role);
    for (const fields of [{}, { event_id: EVENT }]) {
      expect(await key.put(`/calls/${id}`, fields)).toMatchObject({ status: 403, body: { code: "forbidden" } });
    }
  });

  test("does not consume an event_id", async () => {
    const setup = await givenApi();
    const { id, uuid } = await setup.givenCall();
    await setup.owner.put(`/calls/${id}`, { event_id: EVENT });
    await setup.secure.put(`/secure/calls/${uuid}`, { event_id: EVENT });
    expect(await setup.update(id, { buyer_converted: true, event_id: EVENT })).toMatchObject({ changed: true });
    expect(await setup.getCall(id)).toMatchObject({ buyer_converted: true });
  });
});
