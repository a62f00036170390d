import { describe, expect, test } from "vitest";
import type { BuyerPostAnswer, ConversionAnswer } from "@/lib/testing/api/answers";
import { api } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenWebhook } from "@/lib/testing/api/given-webhook";

const FORM = "application/x-www-form-urlencoded";

type Address = (setup: GivenApi, uuid: string) => Promise<string>;

const PLACES: readonly [string, Address][] = [
  ["a secure route", async ({ secureToken }, uuid) => `/secure/${secureToken}/calls/${uuid}`],
  ["a buyer's webhook", async (setup) => (await givenWebhook(setup)).path],
];

describe.each(PLACES)("at %s", (_, addressOf) => {
  const givenAddress = async () => {
    const setup = await givenApi();
    const call = await setup.givenCall();
    const path = await addressOf(setup, call.uuid);
    const post = (body: string, type: string) =>
      api().send<ConversionAnswer & BuyerPostAnswer>("POST", path, { body, headers: { "content-type": type } });
    return { setup, call, post };
  };

  test.each(["{{revenue}}", "[Call:Payout]", "--A--revenue--B--"])(
    "the macro %s in place of a value is held, and named for a person",
    async (macro) => {
      const { setup, call, post } = await givenAddress();
      const sent = `call_uuid=${call.uuid}&converted=true&buyer_converted=true&revenue=${encodeURIComponent(macro)}`;
      expect(await post(sent, FORM)).toMatchObject({ status: 200, body: { changed: false, held: true } });
      const [item, ...others] = await setup.openItems();
      expect(others).toEqual([]);
      expect(item).toMatchObject({ reason: "refused", problem: expect.stringContaining(`revenue is ${macro}`) });
      expect(await setup.getCall(call.id)).toMatchObject({ version: 0 });
    },
  );

  test.each([
    ["text/plain", "SOLD for 10"],
    [FORM, "SOLD"],
    ["application/octet-stream", "Sold."],
  ])("text sent as %s is held unchanged", async (type, text) => {
    const { setup, post } = await givenAddress();
    expect(await post(text, type)).toMatchObject({ status: 200, body: { changed: false, held: true } });
    expect(await setup.openItems()).toMatchObject([{ reason: "refused", payload: { body: text } }]);
  });
});

describe("an update of a secure route without fields", () => {
  test.each([
    ["nothing at all", {}],
    ["an event_id", { event_id: "sale-88" }],
    ["a time and a reason", { occurred_at: "2026-01-02T10:00:00Z", reason: "Sold." }],
  ])("is rejected with %s, and held for a person", async (_, fields) => {
    const setup = await givenApi();
    const { id, uuid } = await setup.givenCall();
    expect(await setup.secure.put(`/secure/calls/${uuid}`, fields)).toMatchObject({ status: 422 });
    expect(await setup.openItems()).toMatchObject([{ reason: "refused", call: { id } }]);
  });
});

test("a rejection names its call, or an unknown uuid", async () => {
  const setup = await givenApi();
  const { id, uuid } = await setup.givenCall();
  const missing = "0b8e7c1a-3f52-4c6d-9e81-2a4b6c8d0e1f";
  expect(await setup.secure.put(`/secure/calls/${missing}`, { buyer_converted: true })).toMatchObject({ status: 404 });
  expect(await setup.secure.put(`/secure/calls/${uuid}`, { buyer_converted: "perhaps" })).toMatchObject({
    status: 422,
  });
  const items = await setup.openItems();
  expect(items.map(({ call, payload }) => [call?.id ?? null, payload.call_uuid])).toEqual([
    [id, uuid],
    [null, missing],
  ]);
});
