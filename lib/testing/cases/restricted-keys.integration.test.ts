import { expect, test } from "vitest";
import { ROUTE_FILES } from "@/app/api/v1/_reference/route-files";
import { allRoutes } from "@/lib/api/all-routes";
import { CLIENT_ADDRESS } from "@/lib/platform/config/client-address";
import { api, bearer, type Fields } from "@/lib/testing/api/api";
import { type GivenApi, givenApi } from "@/lib/testing/api/given-api";
import { HeldCall } from "@/lib/testing/api/held-call";
import { expectBooksBalance } from "@/lib/testing/invariants";

type Created = { readonly api_key: { readonly id: number }; readonly secret: string };

async function givenKey({ owner }: Pick<GivenApi, "owner">, fields: Fields) {
  const { status, body } = await owner.post<Created>("/api-keys", { name: "Brightside CRM", role: "owner", ...fields });
  if (status !== 201) throw new Error(`the key was rejected: ${JSON.stringify(body)}`);
  return { ...body, key: bearer(body.secret) };
}

/** A company with a call of each buyer and one without, and a key for the first buyer's. */
async function givenRestricted(fields: Fields = {}) {
  const setup = await givenApi();
  const [own, other, none] = [
    await setup.givenCall(),
    await setup.givenCall({ buyer_id: setup.otherBuyer.id }),
    await setup.givenCall({ buyer_id: undefined }),
  ];
  const { key } = await givenKey(setup, { buyer_ids: [setup.buyer.id], ...fields });
  return { setup, own, other, none, key };
}

test("a key of a buyer finds and reads the calls of that buyer only", async () => {
  const { setup, own, other, none, key } = await givenRestricted();
  const listed = async (query = "") => {
    const { body } = await key.get<{ calls: { id: number }[] }>(`/calls${query}`);
    return body.calls.map(({ id }) => id);
  };
  expect(await listed()).toEqual([own.id]);
  expect(await listed(`?buyer_id=${setup.otherBuyer.id}`)).toEqual([]);
  expect(await listed(`?q=${other.uuid}`)).toEqual([]);
  for (const part of ["", "/changes", "/transcript"]) {
    expect((await key.get(`/calls/${own.id}${part}`)).status).toBe(200);
    for (const call of [other, none]) {
      for (const ref of [call.id, call.uuid]) {
        expect((await key.get(`/calls/${ref}${part}`)).status).toBe(404);
      }
    }
  }
});

test("it updates the calls of that buyer only, and moves none to or from another", async () => {
  const { setup, own, other, none, key } = await givenRestricted();
  const { body } = await key.put(`/calls/${own.id}`, { buyer_converted: true, revenue: "7.00" });
  expect(body).toMatchObject({ changed: true, call: { revenue: "7.00" } });
  for (const call of [other, none]) {
    const wanted: readonly [string, Fields][] = [
      ["", { buyer_converted: true }],
      ["", { buyer_id: setup.buyer.id }],
      ["?dry_run=true", { buyer_converted: true }],
      ["/tokens", { tokens: { zip: "80202" } }],
      ["/transcript", { speaker: "caller", text: "Hello", at_seconds: 1 }],
      ["/lock", { side: "buyer", locked: true }],
      ["/automatic", { side: "buyer" }],
    ];
    for (const [part, fields] of wanted) {
      const { status } = await key.post(`/calls/${call.id}${part}`, fields);
      expect([part, status]).toEqual([part, 404]);
    }
    expect(await setup.getCall(call.id)).toMatchObject({ version: 0, tokens: {} });
  }
  expect(await key.put(`/calls/${own.id}`, { buyer_id: setup.otherBuyer.id })).toMatchObject({
    status: 422,
    body: { errors: { buyer_id: expect.stringContaining("doesn’t reach") } },
  });
  expect(await setup.getCall(own.id)).toMatchObject({ buyer: { id: setup.buyer.id }, version: 1 });
  await expectBooksBalance(setup);
});

test("a call that moves away is out of its reach, and one that moves in is shown without its past", async () => {
  const { setup, own, other, key } = await givenRestricted();
  await setup.update(own.id, { buyer_id: setup.otherBuyer.id });
  expect((await key.get(`/calls/${own.id}`)).status).toBe(404);
  expect((await key.put(`/calls/${own.id}`, { buyer_converted: true })).status).toBe(404);
  await setup.update(other.id, { buyer_converted: true, tokens: { zip: "10001" } });
  await setup.update(other.id, { buyer_id: setup.buyer.id });
  await setup.update(other.id, { revenue: "12.00", tokens: { city: "Denver" } });
  const { body } = await key.get<{ changes: { version: number }[] }>(`/calls/${other.id}/changes`);
  expect(body.changes.map(({ version }) => version)).toEqual([3]);
  const answered = JSON.stringify(body);
  for (const hidden of [setup.otherBuyer.name, "10001"]) expect(answered).not.toContain(hidden);
  expect(answered).toContain("Denver");
});

test("a call that moves away while the key's update waits for it is not changed", async () => {
  const { setup, own, key } = await givenRestricted();
  const held = await HeldCall.hold(setup, own.id);
  const [moved, answer] = await held.meet(
    () => setup.update(own.id, { buyer_id: setup.otherBuyer.id }),
    () => key.put(`/calls/${own.id}`, { buyer_converted: true, revenue: "99.00" }),
  );
  expect(moved).toMatchObject({ changed: true });
  expect(answer.status).toBe(404);
  expect(await setup.getCall(own.id)).toMatchObject({ buyer_converted: false, version: 1 });
});

/** What a key of buyers may use; for a call that it does not reach, these answer 404. */
const ON_CALLS = [
  "addTokens",
  "addTranscript",
  "convertCall",
  "getCall",
  "getTranscript",
  "listChanges",
  "lockSide",
  "returnToAutomatic",
];
/** Answers alike for what nobody may read and what is not there. */
const HIDDEN = "allocateDocument";

test("every other route refuses it", async () => {
  const { other, key } = await givenRestricted();
  const routes = allRoutes(ROUTE_FILES).filter(
    ({ declaration: { policy } }) => policy.takes === "parameters" && policy.credentials.includes("api_key"),
  );
  const open: string[] = [];
  for (const { method, declaration } of routes) {
    const { send } = declaration.docs.example;
    const path = declaration.path
      .replace(/\{[a-z_]*key\}/, "x".repeat(40))
      .replace("{month}", "2026-10")
      .replace("{provider}", "retell")
      .replace("{delivery_id}", other.uuid)
      .replace(/\{[a-z_]+\}/g, String(other.id));
    const query = typeof send === "string" ? `?${send}` : "";
    const { status } = await key.send(method, `${path}${query}`, {
      ...(typeof send === "object" && {
        body: JSON.stringify(send),
        headers: { "content-type": "application/json" },
      }),
    });
    if (status !== 403) open.push(`${declaration.name} ${status}`);
  }
  expect([...new Set(open)].sort()).toEqual(
    [
      "listCalls 200",
      "summarizeCalls 200",
      "updateCalls 207",
      ...[...ON_CALLS, HIDDEN].map((name) => `${name} 404`),
    ].sort(),
  );
  const bulk = await key.post("/calls/bulk", { updates: [{ id: other.id, buyer_converted: true }] });
  expect(bulk).toMatchObject({ status: 207, body: { results: [{ status: 404 }] } });
});

test("a read-only key reads what its role reads, and changes nothing", async () => {
  const setup = await givenApi();
  const call = await setup.givenCall();
  const { api_key, key } = await givenKey(setup, { read_only: true, permissions: { keys: "none" } });
  expect(api_key).toMatchObject({ role: "owner", read_only: true, permissions: { keys: "none" } });
  expect(await key.get(`/calls/${call.id}`)).toMatchObject({ status: 200, body: { call: { revenue: "0.00" } } });
  expect((await key.get("/members")).status).toBe(200);
  expect((await key.get("/api-keys")).status).toBe(403);
  expect((await key.put(`/calls/${call.id}`, { buyer_converted: true })).status).toBe(403);
  expect((await key.put(`/calls/${call.id}`, {})).status).toBe(403);
  expect((await key.post("/calls", { caller: "+13035550142" })).status).toBe(403);
  expect((await key.post("/rollups")).status).toBe(403);
  expect(await setup.getCall(call.id)).toMatchObject({ version: 0 });
});

test("a key works from its addresses only, and says so elsewhere", async () => {
  const setup = await givenApi();
  const { api_key, secret } = await givenKey(setup, { addresses: ["198.51.100.0/24", "2001:db8::/32"] });
  const from = (address: string | null, authorization = `Bearer ${secret}`) =>
    api({ authorization, ...(address !== null && { [CLIENT_ADDRESS]: address }) }).get("/calls");
  for (const address of ["198.51.100.7", "2001:db8::7"]) expect((await from(address)).status).toBe(200);
  expect(await from("203.0.113.7")).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining("doesn’t work from 203.0.113.7") },
  });
  expect((await from(null)).status).toBe(403);
  expect((await from("203.0.113.7", "Bearer cmk_unknown")).status).toBe(401);
  const { body } = await setup.owner.get<{ entries: { action: string; id: unknown; after: Fields }[] }>(
    "/audit?action=api_key.created",
  );
  expect(body.entries[0]).toMatchObject({ after: { addresses: ["198.51.100.0/24", "2001:db8::/32"] } });
  expect(JSON.stringify(body)).not.toContain(secret);
  expect(api_key).toMatchObject({ addresses: ["198.51.100.0/24", "2001:db8::/32"] });
});

test("limits that are wrong are rejected, and another company's buyers are unknown", async () => {
  const setup = await givenApi();
  const stranger = await givenApi();
  const ask = (fields: Fields) => setup.owner.post("/api-keys", { name: "CRM", role: "viewer", ...fields });
  for (const addresses of [["localhost"], ["198.51.100.0/33"], ["198.51.100"], ["2001:db8::/129"], "198.51.100.7"]) {
    expect((await ask({ addresses })).status).toBe(422);
  }
  expect(await ask({ buyer_ids: [setup.buyer.id, stranger.buyer.id] })).toMatchObject({
    status: 422,
    body: { errors: { buyer_ids: expect.stringContaining(String(stranger.buyer.id)) } },
  });
  expect((await ask({ permissions: { nonsense: "read" } })).status).toBe(422);
  expect((await setup.owner.post("/secure-tokens", { name: "CRM", buyer_id: stranger.buyer.id })).status).toBe(422);
  const { body } = await setup.owner.get<{ api_keys: unknown[] }>("/api-keys");
  expect(body.api_keys).toHaveLength(1);
});
