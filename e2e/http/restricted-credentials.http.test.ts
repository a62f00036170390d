import { expect, test } from "vitest";
import { ask } from "./support/ask";
import { bearer, keyOf } from "./support/credentials";
import { demo } from "./support/demo";
import { givenCall } from "./support/given-call";

async function make(path: string, json: Readonly<Record<string, unknown>>) {
  const { status, body } = await ask("POST", `/api/v1${path}`, { headers: keyOf(demo), json });
  expect(status).toBe(201);
  return body as { readonly secret: string; readonly token: string };
}

test("a key of one buyer reaches that buyer's call and no other, over the wire", async () => {
  const call = await givenCall(demo);
  const [own, other] = call.buyerIds;
  const { secret } = await make("/api-keys", { name: "One buyer", role: "owner", buyer_ids: [other] });
  const get = (path: string) => ask("GET", `/api/v1${path}`, { headers: bearer(secret) });
  expect((await get(`/calls/${call.id}`)).status).toBe(404);
  expect((await get("/buyers")).status).toBe(403);
  const move = { headers: keyOf(demo), json: { buyer_id: other } };
  expect((await ask("PUT", `/api/v1/calls/${call.id}`, move)).status).toBe(200);
  expect((await get(`/calls/${call.id}`)).status).toBe(200);
  const away = { headers: bearer(secret), json: { buyer_id: own } };
  expect((await ask("PUT", `/api/v1/calls/${call.id}`, away)).status).toBe(422);
});

test("a key works from its addresses only, whatever the client claims", async () => {
  const { secret } = await make("/api-keys", { name: "Elsewhere", role: "viewer", addresses: ["192.0.2.0/24"] });
  const headers = { ...bearer(secret), "x-client-address": "192.0.2.7" };
  const { status, text } = await ask("GET", "/api/v1/calls", { headers });
  expect(status).toBe(403);
  expect(text).toContain("doesn’t work from");
});

test("a buyer's token converts the buyer's call, and another buyer's is unknown to it", async () => {
  const call = await givenCall(demo);
  const [own, other] = call.buyerIds;
  const convert = (token: string) =>
    ask("PUT", `/api/v1/secure/${token}/calls/${call.uuid}`, { query: { buyer_converted: "true" } });
  const { token } = await make("/secure-tokens", { name: "Their CRM", buyer_id: own });
  const { token: stranger } = await make("/secure-tokens", { name: "Another CRM", buyer_id: other });
  expect((await convert(stranger)).status).toBe(404);
  expect(await convert(token)).toMatchObject({ status: 200, body: { changed: true } });
});
