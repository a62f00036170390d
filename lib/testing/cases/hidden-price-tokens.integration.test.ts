import { describe, expect, test } from "vitest";
import type { Call, EvaluationList } from "@/lib/testing/api/answers";
import { givenIntegration } from "@/lib/testing/api/given-integration";
import { givenWebhook } from "@/lib/testing/api/given-webhook";
import { retellEvent } from "@/lib/testing/api/retell-event";
import { givenPricedCall, PRICE, VALUE } from "./given-priced-call";

describe("if the amount is hidden, the token is absent:", () => {
  const SURFACES: readonly [string, (call: Call) => string][] = [
    ["in the call", ({ id }) => `/calls/${id}`],
    ["in the list of calls", () => "/calls"],
    ["in its history", ({ id }) => `/calls/${id}/changes`],
    ["in its evaluations", ({ id }) => `/calls/${id}/evaluations`],
  ];

  test.each(SURFACES)("%s", async (_, path) => {
    const { setup, call } = await givenPricedCall();
    const viewer = await setup.keyOf("viewer");
    const [seen, hidden] = [await setup.owner.get(path(call)), await viewer.get(path(call))];
    expect([seen.status, hidden.status]).toEqual([200, 200]);
    expect(JSON.stringify(seen.body)).toContain(VALUE);
    expect(JSON.stringify(hidden.body)).not.toContain(VALUE);
  });

  test("other tokens are shown", async () => {
    const { setup, call } = await givenPricedCall();
    const { body } = await (await setup.keyOf("viewer")).get<{ call: Call }>(`/calls/${call.id}`);
    expect(body.call.tokens).toEqual({ zip: "80202" });
  });

  test("in evaluations, which still show the wanted value and the result", async () => {
    const { setup, call } = await givenPricedCall();
    const { body } = await (await setup.keyOf("viewer")).get<EvaluationList>(`/calls/${call.id}/evaluations`);
    const [clause] = body.evaluations[0]?.steps[0]?.clauses ?? [];
    expect(clause).toMatchObject({ subject: "policy_value", wanted: "> 10", holds: true });
    expect(clause).not.toHaveProperty("seen");
  });

  test("in the inbox", async () => {
    const { setup } = await givenPricedCall();
    const { post } = await givenWebhook(setup);
    await post({ caller: "+13035550199", converted: true, tokens: { ...PRICE, zip: "80203" } });
    const viewer = await setup.keyOf("viewer");
    const [seen, hidden] = [await setup.owner.get("/inbox"), await viewer.get("/inbox")];
    expect(JSON.stringify(seen.body)).toContain(VALUE);
    expect(JSON.stringify(hidden.body)).not.toContain(VALUE);
  });

  test("in the event of the integration that reported it", async () => {
    const { setup } = await givenPricedCall();
    const { id, deliver } = await givenIntegration(setup, "retell");
    expect((await deliver(retellEvent("call_7781", PRICE))).body).toMatchObject({ created: 1 });
    const events = await setup.owner.get<{ events: { id: number }[] }>(`/integrations/${id}/events`);
    const path = `/integrations/${id}/events/${events.body.events[0]?.id}`;
    const reader = await setup.keyOf("viewer", { settings: "read" });
    const [seen, hidden] = [await setup.owner.get(path), await reader.get(path)];
    expect(JSON.stringify(seen.body)).toContain(VALUE);
    expect(JSON.stringify(hidden.body)).not.toContain(VALUE);
  });

  test("in the answer to a save, and in the rejection of a stale one", async () => {
    const { setup, call } = await givenPricedCall();
    const operator = await setup.keyOf("operator");
    const saved = await operator.put(`/calls/${call.id}`, { offer_converted: true });
    const stale = await operator.put(`/calls/${call.id}`, { offer_converted: false, version: String(call.version) });
    expect([saved.status, stale.status]).toEqual([200, 409]);
    expect(JSON.stringify([saved.body, stale.body])).not.toContain(VALUE);
  });
});
