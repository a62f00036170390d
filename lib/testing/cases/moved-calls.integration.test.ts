import { describe, expect, test } from "vitest";
import type { Call } from "@/lib/testing/api/answers";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { HeldCall } from "@/lib/testing/api/held-call";
import { minutesAgo } from "@/lib/testing/api/minutes-ago";
import { expectBooksBalance } from "@/lib/testing/invariants";

const ROUNDS = 10;
const CALLER = "+13035550142";

/** The call is moved to the other buyer, and what `word` does reaches the database while the move is under way. */
async function whileItMoves<Answer>(given: GivenApi, call: Call, word: () => Promise<Answer>): Promise<Answer> {
  const held = await HeldCall.hold(given, call.id);
  const move = () => given.update(call.id, { buyer_id: String(given.otherBuyer.id) });
  const [moved, answer] = await held.meet(move, word);
  expect(moved).toMatchObject({ changed: true, call: { buyer: { id: given.otherBuyer.id } } });
  return answer;
}

async function expectUnbilled(given: GivenApi, { id }: Call): Promise<void> {
  expect(await given.getCall(id)).toMatchObject({
    buyer: { id: given.otherBuyer.id },
    buyer_converted: false,
    revenue: "0.00",
    version: 1,
  });
  await expectBooksBalance(given);
}

describe("a call moves to another buyer while the former one speaks about it", () => {
  test("a webhook's post does not bill the new buyer, and its answer does not name it", async () => {
    const given = await givenApi();
    const { post } = await givenWebhook(given);
    const call = await given.givenCall();
    const answer = await whileItMoves(given, call, () =>
      post({ call_uuid: call.uuid, converted: true, revenue: "99.00" }),
    );
    expect(JSON.stringify(answer.body)).not.toContain(given.otherBuyer.name);
    expect(answer).toMatchObject({ status: 200, body: { changed: false, held: true } });
    await expectUnbilled(given, call);
  });

  test("a post that names caller and time does not either", async () => {
    const given = await givenApi();
    const { post } = await givenWebhook(given);
    const call = await given.givenCall();
    const answer = await whileItMoves(given, call, () => post({ caller: CALLER, converted: true, revenue: "99.00" }));
    expect(JSON.stringify(answer.body)).not.toContain(given.otherBuyer.name);
    expect(answer).toMatchObject({ status: 200, body: { changed: false, held: true } });
    await expectUnbilled(given, call);
  });

  test("whichever comes first, the new buyer owes its own price or nothing", async () => {
    const given = await givenApi();
    const { post } = await givenWebhook(given);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, uuid } = await given.givenCall();
      const speak = () => post({ call_uuid: uuid, converted: true, revenue: "99.00" });
      const move = () => given.update(id, { buyer_id: String(given.otherBuyer.id) });
      const first = round % 2 === 0 ? speak() : null;
      const moving = move();
      const [spoken] = await Promise.all([first ?? speak(), moving]);
      expect(JSON.stringify(spoken)).not.toContain(given.otherBuyer.name);
      const call = await given.getCall(id);
      expect(call.buyer?.id).toBe(given.otherBuyer.id);
      expect(call.revenue).toBe(call.buyer_converted ? "10.00" : "0.00");
    }
    await expectBooksBalance(given);
  });

  test("an item of the inbox that a person matches with it does not bill the new buyer", async () => {
    const given = await givenApi();
    const { post } = await givenWebhook(given);
    const call = await given.givenCall();
    await given.givenCall();
    await post({ caller: CALLER, converted: true, revenue: "99.00" });
    const [item] = await given.openItems();
    expect(item).toMatchObject({ reason: "ambiguous" });
    const resolved = await whileItMoves(given, call, () => given.resolve("match", item, { call: call.uuid }));
    expect(resolved).toMatchObject({ status: 422, changed: false });
    await expectUnbilled(given, call);
  });

  test("an item of the inbox that a person retries does not bill the new buyer", async () => {
    const given = await givenApi();
    const { post } = await givenWebhook(given);
    const call = await given.givenCall();
    await given.owner.put(`/buyers/${given.buyer.id}/webhook`, { paused: true });
    await post({ call_uuid: call.uuid, converted: true, revenue: "99.00" });
    await given.owner.put(`/buyers/${given.buyer.id}/webhook`, { paused: false });
    const [item] = await given.openItems();
    expect(item).toMatchObject({ reason: "refused", actions: ["retry", "dismiss"] });
    const resolved = await whileItMoves(given, call, () => given.resolve("retry", item));
    expect(resolved).toMatchObject({ status: 422, changed: false });
    await expectUnbilled(given, call);
  });
});

describe("a post that came before the call was its buyer's is applied", () => {
  const early = async () => {
    const given = await givenApi();
    const { post } = await givenWebhook(given);
    return { given, post };
  };
  const expectApplied = async (given: GivenApi, { id }: Call) => {
    expect(await given.getCall(id)).toMatchObject({
      buyer: { id: given.buyer.id },
      buyer_converted: true,
      revenue: "12.00",
      buyer_decision: { mechanism: "webhook" },
    });
    expect(await given.openItems()).toEqual([]);
    await expectBooksBalance(given);
  };

  test("when the call is moved to it from another buyer", async () => {
    const { given, post } = await early();
    const call = await given.givenCall({ buyer_id: given.otherBuyer.id });
    expect((await post({ call_uuid: call.uuid, converted: true, revenue: "12.00" })).body).toMatchObject({
      held: true,
    });
    await given.update(call.id, { buyer_id: String(given.buyer.id) });
    await expectApplied(given, call);
  });

  test("in the order in which several came: the last word stands", async () => {
    const { given, post } = await early();
    const call = await given.givenCall({ buyer_id: given.otherBuyer.id });
    for (const content of [{ revenue: "15.00" }, { converted: false }, { revenue: "12.00" }]) {
      await post({ call_uuid: call.uuid, converted: true, ...content });
    }
    await given.update(call.id, { buyer_id: String(given.buyer.id) });
    await expectApplied(given, call);
  });

  test("when the call gets it as its first buyer", async () => {
    const { given, post } = await early();
    const call = await given.givenCall({ buyer_id: undefined });
    expect((await post({ caller: CALLER, converted: true, revenue: "12.00" })).body).toMatchObject({ held: true });
    await given.update(call.id, { buyer_id: String(given.buyer.id) });
    await expectApplied(given, call);
  });

  test("when a repeated report of the call tells its buyer", async () => {
    const { given, post } = await early();
    const fields = { external_id: "CA-7781", started_at: minutesAgo(10) };
    const call = await given.givenCall({ ...fields, buyer_id: undefined });
    expect((await post({ call_uuid: call.uuid, converted: true, revenue: "12.00" })).body).toMatchObject({
      held: true,
    });
    await given.givenCall(fields);
    await expectApplied(given, call);
  });
});

describe("a call that moves while it stands converted", () => {
  const move = async (given: GivenApi, { id }: Call) =>
    (await given.update(id, { buyer_id: String(given.otherBuyer.id) })).call;

  test("costs the new buyer its own price where the former buyer's webhook stated the amount", async () => {
    const given = await givenApi();
    const { post } = await givenWebhook(given);
    const call = await given.givenCall();
    const { body } = await post({ call_uuid: call.uuid, converted: true, revenue: "99.00" });
    expect(body).toMatchObject({ call: { revenue: "99.00" } });
    expect(await move(given, call)).toMatchObject({ buyer_converted: true, revenue: "10.00" });
    await expectBooksBalance(given);
  });

  test("costs the new buyer its own price where the secure token stated the amount", async () => {
    const given = await givenApi();
    const call = await given.givenCall();
    await given.secure.put(`/secure/calls/${call.uuid}`, { buyer_converted: "true", revenue: "99.00" });
    expect(await move(given, call)).toMatchObject({ buyer_converted: true, revenue: "10.00" });
    await expectBooksBalance(given);
  });

  test("keeps an amount that the company's own API stated", async () => {
    const given = await givenApi();
    const call = await given.givenCall();
    await given.update(call.id, { buyer_converted: "true", revenue: "42.00" });
    expect(await move(given, call)).toMatchObject({ buyer_converted: true, revenue: "42.00" });
    await expectBooksBalance(given);
  });
});
