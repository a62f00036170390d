import { beforeAll, describe, expect, test } from "vitest";
import { BuyerPostAnswer, BuyerWebhookEventList, TriedWebhookBody } from "@/lib/inbound/contract/webhook";
import { type Ask, ask, read } from "./support/ask";
import { keyOf } from "./support/credentials";
import { demo, other } from "./support/demo";
import { callOf, givenCall } from "./support/given-call";
import { type GivenWebhook, givenWebhook, standardSignature } from "./support/given-hook";
import { expectProblem } from "./support/refusal";
import { sessionOf } from "./support/session";

let webhook: GivenWebhook;
beforeAll(async () => {
  webhook = await givenWebhook(demo);
});

const callOfWebhook = (fields: Readonly<Record<string, unknown>> = {}) =>
  givenCall(demo, { buyer_id: webhook.buyerId, ...fields });
const events = async (of = webhook) =>
  read(BuyerWebhookEventList, await ask("GET", `/api/v1/buyers/${of.buyerId}/webhook/events`, { headers: keyOf(demo) }))
    .events;

describe("a buyer reports the result of its call", () => {
  const ways: readonly (readonly [string, (uuid: string) => Ask])[] = [
    ["a query", (uuid) => ({ query: { call_uuid: uuid, converted: "1", revenue: "10" } })],
    ["a form", (uuid) => ({ form: { call_uuid: uuid, converted: "yes", revenue: "10.0" } })],
    ["JSON", (uuid) => ({ json: { call_uuid: uuid, converted: true, revenue: 10.0 } })],
    [
      "JSON that does not say so",
      (uuid) => ({
        body: JSON.stringify({ call_uuid: uuid, converted: "on", revenue: "10.00" }),
        headers: { "content-type": "text/plain" },
      }),
    ],
  ];

  test.each(ways)("with %s", async (_, request) => {
    const { id, uuid } = await callOfWebhook();
    const answer = read(BuyerPostAnswer, await webhook.post(request(uuid)));
    expect(answer).toMatchObject({ changed: true, call: { buyer_converted: true } });
    expect(await callOf(demo, id)).toMatchObject({ revenue: "10.00", buyer_decision: { mechanism: "webhook" } });
  });

  test("and reverses and repeats it any number of times", async () => {
    const { id, uuid } = await callOfWebhook();
    for (const converted of [true, false, true, true, false]) {
      expect((await webhook.post({ json: { call_uuid: uuid, converted, reference: "P-88" } })).status).toBe(200);
      expect((await callOf(demo, id)).buyer_converted).toBe(converted);
    }
  });

  test("64 times at once, which is one change", async () => {
    const { id, uuid } = await callOfWebhook();
    const { version } = await callOf(demo, id);
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => webhook.post({ json: { call_uuid: uuid, converted: true, reference: "P-1" } })),
    );
    const changed = answers.map((answer) => read(BuyerPostAnswer, answer).changed);
    expect(changed.filter(Boolean)).toHaveLength(1);
    expect((await callOf(demo, id)).version).toBe(version + 1);
  });
});

test("a call of another buyer or company is not found", async () => {
  const theirs = [await givenCall(demo), await givenCall(other)];
  const versions = async () => [
    (await callOf(demo, theirs[0]?.id ?? 0)).version,
    (await callOf(other, theirs[1]?.id ?? 0)).version,
  ];
  const before = await versions();
  const attempt = async (uuid: string) => {
    const { status, body } = await webhook.post({ json: { call_uuid: uuid, converted: true } });
    return { status, body };
  };
  const missing = await attempt(crypto.randomUUID());
  expect(missing).toMatchObject({ status: 200, body: { changed: false, held: true } });
  for (const { uuid } of theirs) expect(await attempt(uuid)).toEqual(missing);
  expect(await versions()).toEqual(before);
});

describe("a buyer whose system can only open a URL", () => {
  const open = (of: GivenWebhook, query: Readonly<Record<string, string>>, headers = {}) =>
    ask("GET", of.path, { query, headers });
  const report = { converted: "true", revenue: "10.00", report: "true" };

  test("reports by GET once that is allowed, and every answer forbids caching", async () => {
    const opened = await givenWebhook(demo, { get_allowed: true });
    const { id, uuid } = await givenCall(demo, { buyer_id: opened.buyerId });
    const answer = await open(opened, { ...report, call_uuid: uuid });
    expect(read(BuyerPostAnswer, answer)).toMatchObject({ changed: true });
    expect(answer.body).not.toHaveProperty("ignored");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await callOf(demo, id)).toMatchObject({ revenue: "10.00", buyer_converted: true });
    expect((await events(opened))[0]).toMatchObject({ answered: 200, outcome: "applied" });
  });

  test("changes nothing while it is not allowed", async () => {
    const { id, uuid } = await callOfWebhook();
    const answer = await open(webhook, { ...report, call_uuid: uuid });
    expectProblem(answer, 405, "method_not_allowed");
    expect(answer.headers.get("allow")).toBe("POST");
    expect((await callOf(demo, id)).buyer_converted).toBe(false);
  });

  test("is not imitated by previews, prefetching browsers, HEAD, or an opened link without the parameter", async () => {
    const opened = await givenWebhook(demo, { get_allowed: true });
    const { id, uuid } = await givenCall(demo, { buyer_id: opened.buyerId });
    const query = { ...report, call_uuid: uuid };
    expectProblem(await open(opened, { converted: "true", call_uuid: uuid }), 422, "invalid");
    for (const headers of [
      { "sec-purpose": "prefetch" },
      { "user-agent": "WhatsApp/2.23" },
      { "sec-fetch-dest": "document" },
    ]) {
      const answer = await open(opened, query, headers);
      expectProblem(answer, 422, "invalid");
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    expect((await ask("HEAD", opened.path, { query })).status).toBe(405);
    expect((await callOf(demo, id)).version).toBe(0);
    expect((await events(opened)).map(({ outcome }) => outcome)).toEqual(["refused", "refused", "refused", "refused"]);
  });

  test("chooses between GET and signatures", async () => {
    const address = `/api/v1/buyers/${webhook.buyerId}/webhook`;
    const json = { get_allowed: true, signature_required: true };
    expectProblem(await ask("PUT", address, { headers: keyOf(demo), json }), 422, "invalid");
  });
});

describe("a webhook that requires signatures", () => {
  let strict: GivenWebhook;
  beforeAll(async () => {
    strict = await givenWebhook(demo, { signature_required: true });
  });
  const json = { "content-type": "application/json" };

  test("accepts signed posts, and none that are unsigned, wrongly signed or old", async () => {
    const { id, uuid } = await givenCall(demo, { buyer_id: strict.buyerId });
    const { version } = await callOf(demo, id);
    const body = JSON.stringify({ call_uuid: uuid, converted: true });
    const secret = strict.secret ?? "";
    const old = new Date(Date.now() - 301_000);
    const wrong: Ask[] = [
      { body, headers: json },
      { body: `${body} `, headers: { ...json, ...standardSignature(secret, body) } },
      { body, headers: { ...json, ...standardSignature(secret, body, { at: old }) } },
      { body, headers: { ...json, ...standardSignature("whsec_d3Jvbmc=", body) } },
    ];
    for (const request of wrong) expectProblem(await strict.post(request), 401, "unauthenticated");
    expect((await callOf(demo, id)).version).toBe(version);
    expect((await events(strict)).map(({ signature }) => signature)).toEqual(["wrong", "too_old", "wrong", "missing"]);

    const headers = { ...json, ...standardSignature(secret, body) };
    expect((await strict.post({ body, headers })).body).toMatchObject({ changed: true });
    expect((await strict.post({ body, headers })).body).toMatchObject({ changed: false, repeated: true });
  });
});

test.each<[string, Ask, number]>([
  ["broken JSON", { json: '{"converted": ' }, 422],
  ["no call", { json: { converted: true } }, 422],
  ["a value that is none", { query: { converted: "perhaps", call_uuid: crypto.randomUUID() } }, 422],
  ["a body that is too large", { json: { note: "x".repeat(5 * 1024 * 1024) } }, 413],
  ["JSON as deep as a well", { json: `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}` }, 422],
])("%s is refused, and stands in the log", async (_, request, status) => {
  const own = await givenWebhook(demo);
  expectProblem(await own.post(request), status);
  expect(await events(own)).toMatchObject([{ outcome: "refused", answered: status }]);
});

test("an unknown key is not found", async () => {
  for (const key of ["x", "A".repeat(40), webhook.path.split("/").at(-1)?.toLowerCase()]) {
    expectProblem(await ask("POST", `/api/v1/hooks/buyers/${key}`, { json: { converted: true } }), 404);
  }
});

test("a mapping can be tested before it is saved", async () => {
  const { id, uuid } = await callOfWebhook();
  const { version } = await callOf(demo, id);
  const json = {
    body: JSON.stringify({ lead: { status: "SOLD", id: uuid } }),
    fields: {
      converted: { path: "lead.status", values: { SOLD: "true" } },
      call_uuid: { path: "lead.id" },
    },
  };
  const answer = await ask("POST", `/api/v1/buyers/${webhook.buyerId}/webhook/try`, { headers: keyOf(demo), json });
  expect(read(TriedWebhookBody, answer)).toMatchObject({ outcome: "applied", call_id: id });
  expect((await callOf(demo, id)).version).toBe(version);
});

test("without permission for settings no URL is shown, and keys are shown once", async () => {
  const path = `/api/v1/buyers/${webhook.buyerId}/webhook`;
  for (const role of ["operator", "billing", "viewer"] as const) {
    expectProblem(await ask("GET", path, { headers: await sessionOf(demo, role) }), 403);
  }
  expect((await ask("GET", path, { headers: keyOf(demo) })).text).not.toContain(webhook.path.split("/").at(-1));
});
