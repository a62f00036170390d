import { describe, expect, test } from "vitest";
import type { BuyerPostAnswer, ConversionAnswer, InboxItem } from "@/lib/testing/api/answers";
import { api, type Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { givenWebhook } from "@/lib/testing/api/given-webhook";

type Address = (setup: GivenApi, uuid: string) => Promise<string> | string;

const IN_PATH: Address = ({ secureToken }, uuid) => `/secure/${secureToken}/calls/${uuid}`;
const WEBHOOK: Address = async (setup) => (await givenWebhook(setup)).path;

/** The token or key in the path identifies the sender; no header does. */
const post = (path: string, body: string, type?: string) =>
  api().send<ConversionAnswer & BuyerPostAnswer>("POST", path, {
    body,
    ...(type !== undefined && { headers: { "content-type": type } }),
  });

const TYPES = [
  ["a form, as curl -d says", "application/x-www-form-urlencoded"],
  ["text", "text/plain;charset=UTF-8"],
  ["bytes", "application/octet-stream"],
  ["JSON", "application/json"],
  ["nothing", undefined],
] as const;

describe("JSON is read as JSON whatever the content type says:", () => {
  test.each(TYPES)("%s, at a secure route", async (_, type) => {
    const setup = await givenApi();
    const { id, uuid } = await setup.givenCall();
    const answer = await post(IN_PATH(setup, uuid) as string, JSON.stringify({ buyer_converted: true }), type);
    expect(answer).toMatchObject({ status: 200, body: { changed: true } });
    expect(await setup.getCall(id)).toMatchObject({ buyer_converted: true });
  });

  test.each(TYPES)("%s, at the secure route of tokens", async (_, type) => {
    const setup = await givenApi();
    const { id, uuid } = await setup.givenCall();
    const path = `${IN_PATH(setup, uuid)}/tokens`;
    expect(await post(path, ' \n{ "tokens": { "zip": "80202" } }', type)).toMatchObject({ status: 200 });
    expect(await setup.getCall(id)).toMatchObject({ tokens: { zip: "80202" } });
  });

  test.each(TYPES)("%s, at a buyer's webhook", async (_, type) => {
    const setup = await givenApi();
    const { id, uuid } = await setup.givenCall();
    const answer = await post(await WEBHOOK(setup, uuid), JSON.stringify({ call_uuid: uuid, converted: true }), type);
    expect(answer).toMatchObject({ status: 200, body: { changed: true } });
    expect(await setup.getCall(id)).toMatchObject({ buyer_converted: true });
  });

  test("a form is still read as a form", async () => {
    const setup = await givenApi();
    const { id, uuid } = await setup.givenCall();
    await post(IN_PATH(setup, uuid) as string, "buyer_converted=1&revenue=7", "application/x-www-form-urlencoded");
    expect(await setup.getCall(id)).toMatchObject({ buyer_converted: true, revenue: "7.00" });
  });
});

const FORM = "application/x-www-form-urlencoded";
const PLACES: readonly [string, Address][] = [
  ["a secure route", IN_PATH],
  ["a buyer's webhook", WEBHOOK],
];

describe.each(PLACES)("at %s", (_, addressOf) => {
  const givenAddress = async () => {
    const setup = await givenApi();
    const call = await setup.givenCall();
    return { setup, call, path: await addressOf(setup, call.uuid) };
  };
  const timesOf = (items: readonly InboxItem[]) => items.map((item) => (item as { times?: number }).times);

  test("a post that could not be read is held for a person", async () => {
    const { setup, call, path } = await givenAddress();
    const { status, body } = await post(path, `call_uuid=${call.uuid}&outcome=sold`, FORM);
    expect({ status, changed: body.changed, held: body.held }).toEqual({ status: 200, changed: false, held: true });
    expect(body.ignored).toContain("outcome");
    const items = await setup.openItems();
    expect(items).toHaveLength(1);
    expect(items[0]?.payload).toMatchObject({ outcome: "sold" });
    expect(await setup.getCall(call.id)).toMatchObject({ version: 0 });
  });

  test("identical unreadable posts are counted on one item", async () => {
    const { setup, path } = await givenAddress();
    for (const _time of [1, 2, 3]) await post(path, "outcome=sold", FORM);
    expect(timesOf(await setup.openItems())).toEqual([3]);
  });

  const wrong = (uuid: string, fields: Fields) => JSON.stringify({ call_uuid: uuid, ...fields });

  test("a rejection is held for a person, and its sender is told", async () => {
    const { setup, call, path } = await givenAddress();
    expect(await post(path, wrong(call.uuid, { revenue: "ten" }), "application/json")).toMatchObject({ status: 422 });
    expect(await setup.openItems()).toMatchObject([{ reason: "refused", times: 1 }]);
  });

  test("identical rejections are counted on one item", async () => {
    const { setup, call, path } = await givenAddress();
    for (const _time of [1, 2, 3]) await post(path, wrong(call.uuid, { revenue: "ten" }), "application/json");
    expect(timesOf(await setup.openItems())).toEqual([3]);
  });

  test("simultaneous identical rejections are counted on one item", async () => {
    const { setup, call, path } = await givenAddress();
    const send = () => post(path, wrong(call.uuid, { revenue: "ten" }), "application/json");
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 422));
    expect(timesOf(await setup.openItems())).toEqual([8]);
  });

  test("a different rejection gets its own item", async () => {
    const { setup, call, path } = await givenAddress();
    for (const revenue of ["ten", "twenty", "ten"]) await post(path, wrong(call.uuid, { revenue }), "application/json");
    expect(timesOf(await setup.openItems()).toSorted()).toEqual([1, 2]);
  });

  test("a repetition after its item was dismissed gets a new item", async () => {
    const { setup, call, path } = await givenAddress();
    const send = () => post(path, wrong(call.uuid, { revenue: "ten" }), "application/json");
    await send();
    await setup.resolve("dismiss", (await setup.openItems())[0]);
    await send();
    expect(timesOf(await setup.openItems())).toEqual([1]);
  });
});

describe("GET at such an address is not allowed, with the allowed methods:", () => {
  const BEARER: Address = (_, uuid) => `/secure/calls/${uuid}`;
  test.each<[string, Address, string]>([
    ["a secure route with the token in its path", IN_PATH, "PUT"],
    ["a secure route with the token in a header", BEARER, "PUT"],
    ["the secure route of tokens", (setup, uuid) => `${IN_PATH(setup, uuid)}/tokens`, "POST"],
    ["the secure route of transcripts", (setup, uuid) => `${IN_PATH(setup, uuid)}/transcript`, "POST"],
    ["a buyer's webhook", WEBHOOK, "POST"],
  ])("%s", async (_, addressOf, allowed) => {
    const setup = await givenApi();
    const { id, uuid } = await setup.givenCall();
    const path = `${await addressOf(setup, uuid)}?buyer_converted=true&converted=true&call_uuid=${uuid}`;
    const { status, headers } = await setup.secure.get(path);
    expect(status).toBe(405);
    const allow = (headers.get("allow") ?? "").split(/,\s*/);
    expect(allow).toContain(allowed);
    expect(allow).toContain("POST");
    expect(allow).not.toContain("GET");
    expect(await setup.getCall(id)).toMatchObject({ version: 0, buyer_converted: false });
  });
});
