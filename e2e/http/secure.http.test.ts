import { describe, expect, test } from "vitest";
import { ConversionAnswer } from "@/lib/call/contract/call";
import { type Ask, ask, read } from "./support/ask";
import { convert } from "./support/convert";
import { bearer, keyOf } from "./support/credentials";
import { database } from "./support/database";
import { demo, other } from "./support/demo";
import { callOf, givenCall } from "./support/given-call";
import { expectProblem } from "./support/refusal";

const FORMS = [
  [
    "in the address",
    (uuid: string, request: Ask) => ask("PUT", `/api/v1/secure/${demo.secure_token}/calls/${uuid}`, request),
  ],
  [
    "in the Authorization header",
    (uuid: string, request: Ask) =>
      ask("POST", `/api/v1/secure/calls/${uuid}`, {
        ...request,
        headers: { ...request.headers, ...bearer(demo.secure_token) },
      }),
  ],
] as const;

describe.each(FORMS)("a buyer's system with the token %s", (_, send) => {
  const say = async (uuid: string, request: Ask) => read(ConversionAnswer, await send(uuid, request));

  test("is accepted at an address with a trailing slash too", async () => {
    const call = await givenCall(demo);
    expect(await say(`${call.uuid}/`, { json: { buyer_converted: true } })).toMatchObject({ changed: true });
  });

  test("updates both sides of a call", async () => {
    const call = await givenCall(demo);
    const json = {
      buyer_converted: true,
      offer_converted: true,
      revenue: "10",
      tokens: { policy: "A-1" },
      reason: "Sold.",
    };
    expect(await say(call.uuid, { json })).toMatchObject({
      changed: true,
      call: {
        buyer_converted: true,
        offer_converted: true,
        revenue: "10.00",
        buyer_decision: { mechanism: "secure_api" },
      },
    });
    expect((await callOf(demo, call.id)).tokens).toEqual({ policy: "A-1" });
  });

  test("may send unknown fields, and gets their names back", async () => {
    const call = await givenCall(demo);
    const query = "buyer_converted=true&utm_source=mail&utm_source=sms&payout=99&buyer_id=1&version=7&revenue=";
    const answer = await say(call.uuid, { query });
    expect(answer).toMatchObject({ changed: true, call: { buyer_converted: true } });
    expect([...(answer.ignored ?? [])].sort()).toEqual(["buyer_id", "payout", "utm_source", "version"]);
    expect(await callOf(demo, call.id)).toMatchObject({ version: 1, buyer: { id: call.buyerIds[0] } });
    expect(await say(call.uuid, { query: { revenue: "3" } })).not.toHaveProperty("ignored");
  });

  test.each<[string, Ask]>([
    ["query", { query: { buyer_converted: "true", revenue: "", offer_converted: "", "tokens[zip]": "", reason: "" } }],
    ["form", { form: { buyer_converted: "true", revenue: "", event_id: "", occurred_at: "" } }],
    ["JSON", { json: { buyer_converted: true, revenue: "", offer_converted: null, tokens: { zip: "" } } }],
    ["query and form", { query: { buyer_converted: "", revenue: "" }, form: { buyer_converted: "true" } }],
  ])("may leave values empty in a %s", async (_place, request) => {
    const call = await givenCall(demo);
    await convert(call, { query: { revenue: "5" } });
    expect(await say(call.uuid, request)).toMatchObject({
      call: { buyer_converted: true, offer_converted: false, revenue: "5.00" },
    });
    expect((await callOf(demo, call.id)).tokens).toEqual({});
  });

  test.each(["application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "application/jsonp", ""])(
    "may send JSON as “%s”",
    async (type) => {
      const call = await givenCall(demo);
      const json = JSON.stringify({ buyer_converted: true, revenue: 10, note: "&buyer_converted=false&revenue=1&" });
      const headers: Ask["headers"] = type ? { "content-type": type } : {};
      expect(await say(call.uuid, { body: Buffer.from(json), headers })).toMatchObject({
        call: { buyer_converted: true, revenue: "10.00" },
        ignored: ["note"],
      });
    },
  );

  test("sees what it sent, and neither the payout nor the parties of the call", async () => {
    const call = await givenCall(demo);
    await convert(call, { query: { offer_converted: "true", payout: "6" } });
    const { call: seen } = await say(call.uuid, { query: { buyer_converted: "true", revenue: "10" } });
    expect(seen).toMatchObject({ revenue: "10.00" });
    for (const hidden of ["payout", "caller", "traffic_source", "tokens", "external_id", "recording_url"]) {
      expect(seen).not.toHaveProperty(hidden);
    }
  });

  test("is held by a lock, and the answer says so", async () => {
    const call = await givenCall(demo);
    await ask("POST", `/api/v1/calls/${call.id}/lock`, { headers: keyOf(demo), json: { side: "buyer", locked: true } });
    const answer = await say(call.uuid, { query: { buyer_converted: "true", revenue: "10" } });
    expect(answer).toMatchObject({ status: 200, changed: false, held: true, call: { buyer_converted: false } });
    if (database) {
      const [item] = await database.inboxOf(demo, call.uuid);
      expect(item).toMatchObject({
        reason: "locked",
        side: "buyer",
        payload: { buyer_converted: true, revenue: "10" },
      });
    }
    await ask("POST", `/api/v1/calls/${call.id}/lock`, {
      headers: keyOf(demo),
      json: { side: "buyer", locked: false },
    });
    expect(await say(call.uuid, { query: { buyer_converted: "true" } })).toMatchObject({ changed: true });
  });
});

const REFUSED: readonly (readonly [string, Ask, number, Record<string, unknown>])[] = [
  [
    "a value that is none",
    { query: { buyer_converted: "perhaps", note: "x" } },
    422,
    { buyer_converted: "perhaps", note: "x" },
  ],
  ["one name with two values", { query: "revenue=1&revenue=2" }, 422, { query: "revenue=1&revenue=2" }],
  ["broken JSON", { query: { a: "b" }, json: '{"revenue": ' }, 422, { query: "a=b", body: '{"revenue": ' }],
  [
    "a type that is not supported",
    { body: Buffer.from("<sold/>"), headers: { "content-type": "text/xml" } },
    415,
    { body: "<sold/>" },
  ],
  [
    "a malformed header",
    { query: { revenue: "1" }, headers: { "idempotency-key": "two words" } },
    422,
    { revenue: "1" },
  ],
  ["a body that is too large", { query: { a: "b" }, form: "x".repeat(1024 * 1024 + 1) }, 413, { query: "a=b" }],
  ["NUL", { query: { "tokens[zip]": "a\0b", "\0": "c" } }, 422, { tokens: { zip: "a\ufffdb" } }],
  ["no buyer", { query: { buyer_converted: "true" } }, 422, { buyer_converted: "true" }],
];

test.each(REFUSED)("a post rejected for %s is held in the inbox unchanged", async (_, request, status, payload) => {
  const call = await givenCall(demo, { buyer_id: undefined });
  const problem = expectProblem(
    await ask("PUT", `/api/v1/secure/${demo.secure_token}/calls/${call.uuid}`, request),
    status,
  );
  if (!database) return;
  const items = await database.inboxOf(demo, call.uuid);
  expect(items).toMatchObject([{ reason: "refused", payload: { ...payload, call_uuid: call.uuid } }]);
  expect(items[0]?.problem).toContain(problem.detail);
  expect(JSON.stringify(items)).not.toContain(demo.secure_token);
});

if (database) {
  test("a post over the size limit is rejected, and the inbox shows it", async () => {
    const call = await givenCall(demo);
    const json = { buyer_converted: "true", note: "x".repeat(900_000) };
    expectProblem(await ask("PUT", `/api/v1/secure/${demo.secure_token}/calls/${call.uuid}`, { json }), 413);
    const [item] = (await database?.inboxOf(demo, call.uuid)) ?? [];
    expect(item?.problem).toContain("larger than 64 KiB");
    expect(item?.payload).toMatchObject({ call_uuid: call.uuid, content_type: "application/json" });
    expect(item?.payload.body).toMatch(/^\{"buyer_converted":"true","note":"x{1000}/);
  });

  test("a post for an unknown call is held in the sender's inbox only", async () => {
    const call = await givenCall(demo);
    const path = `/api/v1/secure/${other.secure_token}/calls/${call.uuid}`;
    expectProblem(await ask("PUT", path, { query: { buyer_converted: "true" } }), 404);
    expect(await database?.inboxOf(other, call.uuid)).toMatchObject([
      { reason: "refused", payload: { buyer_converted: "true" } },
    ]);
    expect(await database?.inboxOf(demo, call.uuid)).toEqual([]);
  });

  test("without a valid token nothing appears in any inbox", async () => {
    const call = await givenCall(demo);
    expectProblem(
      await ask("PUT", `/api/v1/secure/${"x".repeat(40)}/calls/${call.uuid}`, { query: { revenue: "1" } }),
      401,
    );
    for (const tenant of [demo, other]) expect(await database?.inboxOf(tenant, call.uuid)).toEqual([]);
  });
}
