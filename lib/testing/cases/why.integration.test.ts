import { describe, expect, test } from "vitest";
import type { EvaluationList } from "@/lib/testing/api/answers";
import type { Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenWebhook } from "@/lib/testing/api/given-webhook";

const tokenIs = (token: string, value: string) => ({ all: [{ token, operator: "equals", values: [value] }] });
const SOLD = { name: "Sold", condition: tokenIs("sold", "yes"), amount: { kind: "fixed", amount: "40.00" } };
const BOOKED = { name: "Booked", condition: tokenIs("booked", "yes") };

/** The number of the side's evaluation in which the named step converts. */
async function evaluationBy({ owner }: GivenApi, id: number, side: string, name: string): Promise<number | undefined> {
  const { evaluations } = (await owner.get<EvaluationList>(`/calls/${id}/evaluations`)).body;
  return evaluations.find(
    (evaluation) => evaluation.side === side && evaluation.steps[evaluation.converting ?? -1]?.name === name,
  )?.number;
}

describe("a change names the rule and the evaluation it recorded:", () => {
  test("its own, if a better rule replaced another", async () => {
    const setup = await givenApi();
    await setup.saveBuyerSettings({ rules: [SOLD, BOOKED] });
    const { id } = await setup.givenCall();
    await setup.update(id, { tokens: { booked: "yes" } });
    await setup.update(id, { tokens: { sold: "yes" } });
    const { changes } = await setup.historyOf(id);
    expect(changes).toMatchObject([
      { version: 2, buyer_rule: { name: "Sold" }, buyer_evaluation: await evaluationBy(setup, id, "buyer", "Sold") },
      {
        version: 1,
        buyer_rule: { name: "Booked" },
        buyer_evaluation: await evaluationBy(setup, id, "buyer", "Booked"),
      },
    ]);
    const call = await setup.getCall(id);
    expect(changes[0]?.buyer_rule?.id).toBe(call.buyer_decision?.rule?.id);
  });

  test("not a newer evaluation that changed nothing", async () => {
    const setup = await givenApi();
    await setup.saveBuyerSettings({ rules: [SOLD, BOOKED] });
    const { id } = await setup.givenCall({ tokens: { sold: "yes" } });
    await setup.update(id, { tokens: { booked: "yes" } });
    const { changes } = await setup.historyOf(id);
    expect(changes).toMatchObject([{ version: 1, buyer_rule: { name: "Sold" }, buyer_evaluation: 1 }]);
  });

  test("with the rule's name at that time", async () => {
    const setup = await givenApi();
    await setup.saveBuyerSettings({ rules: [SOLD] });
    const { id } = await setup.givenCall({ tokens: { sold: "yes" } });
    const path = `/buyers/${setup.buyer.id}/conversion-settings`;
    const { version, settings } = (await setup.owner.get<{ version: number; settings: { rules: Fields[] } }>(path))
      .body;
    const renamed = { ...settings, rules: [{ ...settings.rules[0], name: "Policy sold" }] };
    expect(await setup.owner.put(path, { version, settings: renamed })).toMatchObject({ status: 200 });
    expect((await setup.historyOf(id)).changes).toMatchObject([{ buyer_rule: { name: "Sold" } }]);
  });

  test("for the offer side too", async () => {
    const setup = await givenApi();
    await setup.saveOfferSettings({ rules: [BOOKED] });
    const { id } = await setup.givenCall();
    await setup.update(id, { tokens: { booked: "yes" } });
    const { changes } = await setup.historyOf(id);
    expect(changes).toMatchObject([
      { offer_rule: { name: "Booked" }, offer_evaluation: await evaluationBy(setup, id, "offer", "Booked") },
    ]);
    expect(changes[0]?.buyer_rule ?? null).toBeNull();
    expect(changes[0]?.buyer_evaluation ?? null).toBeNull();
  });

  test("an evaluation without a rule, if another mechanism converted", async () => {
    const setup = await givenApi();
    await setup.saveBuyerSettings({ duration: { enabled: true, longer_than_seconds: 60 } });
    const { id } = await setup.givenCall();
    const [change] = (await setup.historyOf(id)).changes;
    expect(change).toMatchObject({ mechanism: "duration", buyer_evaluation: 1 });
    expect(change?.buyer_rule ?? null).toBeNull();
  });

  test("none for an explicit update", async () => {
    const setup = await givenApi();
    await setup.saveBuyerSettings({ rules: [SOLD] });
    const { id } = await setup.givenCall();
    await setup.update(id, { buyer_converted: true });
    const [change] = (await setup.historyOf(id)).changes;
    expect(change).toMatchObject({ mechanism: "api" });
    expect(change?.buyer_rule ?? null).toBeNull();
  });
});

describe("the author of a decision is that of its change:", () => {
  const byOf = async (setup: GivenApi, id: number) =>
    ((await setup.getCall(id)).buyer_decision as { by?: object } | null | undefined)?.by;
  const firstActor = async (setup: GivenApi, id: number) => (await setup.historyOf(id)).changes.at(-1)?.actor;

  test("a key", async () => {
    const setup = await givenApi();
    const { id } = await setup.givenCall();
    await setup.update(id, { buyer_converted: true });
    expect(await byOf(setup, id)).toEqual({ type: "api_key", name: "Key of owner" });
  });

  test("a buyer's webhook", async () => {
    const setup = await givenApi();
    const { post } = await givenWebhook(setup);
    const { id, uuid } = await setup.givenCall();
    await post({ call_uuid: uuid, converted: true });
    expect(await byOf(setup, id)).toMatchObject({ type: "webhook" });
    expect(await byOf(setup, id)).toEqual(await firstActor(setup, id));
  });

  test("the secure token", async () => {
    const setup = await givenApi();
    const { id, uuid } = await setup.givenCall();
    await setup.secure.put(`/secure/calls/${uuid}`, { buyer_converted: true });
    expect(await byOf(setup, id)).toEqual({ type: "secure_token", name: "Buyers' systems" });
  });

  test("the system, if a rule decided", async () => {
    const setup = await givenApi();
    await setup.saveBuyerSettings({ rules: [SOLD] });
    const { id } = await setup.givenCall({ tokens: { sold: "yes" } });
    expect(await byOf(setup, id)).toMatchObject({ type: "system" });
    expect(await byOf(setup, id)).toEqual(await firstActor(setup, id));
  });

  test("the same after later changes by others", async () => {
    const setup = await givenApi();
    const { id } = await setup.givenCall();
    await setup.update(id, { buyer_converted: true });
    const manager = await setup.keyOf("manager");
    await manager.put(`/calls/${id}`, { revenue: "33.00", offer_converted: true });
    await manager.post(`/calls/${id}/lock`, { side: "buyer", locked: true });
    expect((await setup.historyOf(id)).changes[0]?.actor).toMatchObject({ name: "Key of manager" });
    expect(await byOf(setup, id)).toEqual({ type: "api_key", name: "Key of owner" });
  });

  test("the new author after a new decision", async () => {
    const setup = await givenApi();
    const { id } = await setup.givenCall();
    await setup.update(id, { buyer_converted: true });
    await (await setup.keyOf("manager")).put(`/calls/${id}`, { buyer_converted: false });
    expect(await byOf(setup, id)).toEqual({ type: "api_key", name: "Key of manager" });
  });
});
