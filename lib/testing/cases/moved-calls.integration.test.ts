import { describe, expect, test } from "vitest";
import type { Call } from "@/lib/testing/api/answers";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { HeldCall } from "@/lib/testing/api/held-call";
import { minutesAgo } from "@/lib/testing/api/minutes-ago";
import { expectBooksBalance } from "@/lib/testing/invariants";

const ROUNDS = 10;
const CALLER = "+13035550142";

/** Moves the call to the other buyer while the request of `word` reaches the database. */
async function whileItMoves<Answer>(setup: GivenApi, call: Call, word: () => Promise<Answer>): Promise<Answer> {
  const held = await HeldCall.hold(setup, call.id);
  const move = () => setup.update(call.id, { buyer_id: String(setup.otherBuyer.id) });
  const [moved, answer] = await held.meet(move, word);
  expect(moved).toMatchObject({ changed: true, call: { buyer: { id: setup.otherBuyer.id } } });
  return answer;
}

async function expectUnbilled(setup: GivenApi, { id }: Call): Promise<void> {
  expect(await setup.getCall(id)).toMatchObject({
    buyer: { id: setup.otherBuyer.id },
    buyer_converted: false,
    revenue: "0.00",
    version: 1,
  });
  await expectBooksBalance(setup);
}

describe("a call moves to another buyer while the former buyer updates it", () => {
  test("a webhook's post does not bill the new buyer, and its answer does not name it", async () => {
    const setup = await givenApi();
    const { post } = await givenWebhook(setup);
    const call = await setup.givenCall();
    const answer = await whileItMoves(setup, call, () =>
      post({ call_uuid: call.uuid, converted: true, revenue: "99.00" }),
    );
    expect(JSON.stringify(answer.body)).not.toContain(setup.otherBuyer.name);
    expect(answer).toMatchObject({ status: 200, body: { changed: false, held: true } });
    await expectUnbilled(setup, call);
  });

  test("nor does a post that names caller and time", async () => {
    const setup = await givenApi();
    const { post } = await givenWebhook(setup);
    const call = await setup.givenCall();
    const answer = await whileItMoves(setup, call, () => post({ caller: CALLER, converted: true, revenue: "99.00" }));
    expect(JSON.stringify(answer.body)).not.toContain(setup.otherBuyer.name);
    expect(answer).toMatchObject({ status: 200, body: { changed: false, held: true } });
    await expectUnbilled(setup, call);
  });

  test("in either order the new buyer owes its own price or nothing", async () => {
    const setup = await givenApi();
    const { post } = await givenWebhook(setup);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, uuid } = await setup.givenCall();
      const speak = () => post({ call_uuid: uuid, converted: true, revenue: "99.00" });
      const move = () => setup.update(id, { buyer_id: String(setup.otherBuyer.id) });
      const first = round % 2 === 0 ? speak() : null;
      const moving = move();
      const [uttered] = await Promise.all([first ?? speak(), moving]);
      expect(JSON.stringify(uttered)).not.toContain(setup.otherBuyer.name);
      const call = await setup.getCall(id);
      expect(call.buyer?.id).toBe(setup.otherBuyer.id);
      expect(call.revenue).toBe(call.buyer_converted ? "10.00" : "0.00");
    }
    await expectBooksBalance(setup);
  });

  test("an inbox item that a person matches with it does not bill the new buyer", async () => {
    const setup = await givenApi();
    const { post } = await givenWebhook(setup);
    const call = await setup.givenCall();
    await setup.givenCall();
    await post({ caller: CALLER, converted: true, revenue: "99.00" });
    const [item] = await setup.openItems();
    expect(item).toMatchObject({ reason: "ambiguous" });
    const resolved = await whileItMoves(setup, call, () => setup.resolve("match", item, { call: call.uuid }));
    expect(resolved).toMatchObject({ status: 422, changed: false });
    await expectUnbilled(setup, call);
  });

  test("an inbox item that a person retries does not bill the new buyer", async () => {
    const setup = await givenApi();
    const { post } = await givenWebhook(setup);
    const call = await setup.givenCall();
    await setup.owner.put(`/buyers/${setup.buyer.id}/webhook`, { paused: true });
    await post({ call_uuid: call.uuid, converted: true, revenue: "99.00" });
    await setup.owner.put(`/buyers/${setup.buyer.id}/webhook`, { paused: false });
    const [item] = await setup.openItems();
    expect(item).toMatchObject({ reason: "refused", actions: ["retry", "dismiss"] });
    const resolved = await whileItMoves(setup, call, () => setup.resolve("retry", item));
    expect(resolved).toMatchObject({ status: 422, changed: false });
    await expectUnbilled(setup, call);
  });
});

describe("a post that arrived before the call belonged to its buyer is applied", () => {
  const early = async () => {
    const setup = await givenApi();
    const { post } = await givenWebhook(setup);
    return { setup, post };
  };
  const expectApplied = async (setup: GivenApi, { id }: Call) => {
    expect(await setup.getCall(id)).toMatchObject({
      buyer: { id: setup.buyer.id },
      buyer_converted: true,
      revenue: "12.00",
      buyer_decision: { mechanism: "webhook" },
    });
    expect(await setup.openItems()).toEqual([]);
    await expectBooksBalance(setup);
  };

  test("when the call moves to it from another buyer", async () => {
    const { setup, post } = await early();
    const call = await setup.givenCall({ buyer_id: setup.otherBuyer.id });
    expect((await post({ call_uuid: call.uuid, converted: true, revenue: "12.00" })).body).toMatchObject({
      held: true,
    });
    await setup.update(call.id, { buyer_id: String(setup.buyer.id) });
    await expectApplied(setup, call);
  });

  test("in order of arrival: the last update holds", async () => {
    const { setup, post } = await early();
    const call = await setup.givenCall({ buyer_id: setup.otherBuyer.id });
    for (const content of [{ revenue: "15.00" }, { converted: false }, { revenue: "12.00" }]) {
      await post({ call_uuid: call.uuid, converted: true, ...content });
    }
    await setup.update(call.id, { buyer_id: String(setup.buyer.id) });
    await expectApplied(setup, call);
  });

  test("when the call gets it as its first buyer", async () => {
    const { setup, post } = await early();
    const call = await setup.givenCall({ buyer_id: undefined });
    expect((await post({ caller: CALLER, converted: true, revenue: "12.00" })).body).toMatchObject({ held: true });
    await setup.update(call.id, { buyer_id: String(setup.buyer.id) });
    await expectApplied(setup, call);
  });

  test("when a repeated report of the call names its buyer", async () => {
    const { setup, post } = await early();
    const fields = { external_id: "CA-7781", started_at: minutesAgo(10) };
    const call = await setup.givenCall({ ...fields, buyer_id: undefined });
    expect((await post({ call_uuid: call.uuid, converted: true, revenue: "12.00" })).body).toMatchObject({
      held: true,
    });
    await setup.givenCall(fields);
    await expectApplied(setup, call);
  });
});

describe("a converted call that moves", () => {
  const move = async (setup: GivenApi, { id }: Call) =>
    (await setup.update(id, { buyer_id: String(setup.otherBuyer.id) })).call;

  test("costs the new buyer its own price if the former buyer's webhook stated the amount", async () => {
    const setup = await givenApi();
    const { post } = await givenWebhook(setup);
    const call = await setup.givenCall();
    const { body } = await post({ call_uuid: call.uuid, converted: true, revenue: "99.00" });
    expect(body).toMatchObject({ call: { revenue: "99.00" } });
    expect(await move(setup, call)).toMatchObject({ buyer_converted: true, revenue: "10.00" });
    await expectBooksBalance(setup);
  });

  test("costs the new buyer its own price if the secure token stated the amount", async () => {
    const setup = await givenApi();
    const call = await setup.givenCall();
    await setup.secure.put(`/secure/calls/${call.uuid}`, { buyer_converted: "true", revenue: "99.00" });
    expect(await move(setup, call)).toMatchObject({ buyer_converted: true, revenue: "10.00" });
    await expectBooksBalance(setup);
  });

  test("keeps an amount that the company's own API stated", async () => {
    const setup = await givenApi();
    const call = await setup.givenCall();
    await setup.update(call.id, { buyer_converted: "true", revenue: "42.00" });
    expect(await move(setup, call)).toMatchObject({ buyer_converted: true, revenue: "42.00" });
    await expectBooksBalance(setup);
  });
});
