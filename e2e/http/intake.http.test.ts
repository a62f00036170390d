import { beforeAll, describe, expect, test } from "vitest";
import { CallList } from "@/lib/call/contract/call-list";
import { ask, read } from "./support/ask";
import { keyOf } from "./support/credentials";
import { demo, other } from "./support/demo";
import {
  eventsOf,
  givenPostingIntegration,
  type PostingIntegration,
  retellEnded,
  retellSignature,
} from "./support/given-source";

let source: PostingIntegration;
beforeAll(async () => {
  source = await givenPostingIntegration(demo);
});

async function callsNamed(callId: string, tenant: typeof demo | typeof other = demo) {
  const query = { external_id: callId };
  return read(CallList, await ask("GET", "/api/v1/calls", { headers: keyOf(tenant), query })).calls;
}

test("a signed delivery creates a call, and its repetition none", async () => {
  const body = retellEnded();
  const first = await source.deliver(body);
  expect(first).toMatchObject({ status: 200, body: { outcome: "applied", created: 1 } });
  const again = await Promise.all(Array.from({ length: 20 }, () => source.deliver(body)));
  for (const answer of again) expect(answer).toMatchObject({ status: 200, body: { outcome: "repeated" } });
  const calls = await callsNamed(body.call.call_id);
  expect(calls).toMatchObject([{ caller: "+13035550142", duration_seconds: 95 }]);
  const [event] = (await eventsOf(demo, source.id)).filter(({ outcome }) => outcome === "applied");
  expect(event?.calls).toMatchObject([{ call_id: calls[0]?.id, state: "created" }]);
});

describe("rejected as a problem, and logged", () => {
  test.each([
    ["no signature", 401, "missing", () => ({})],
    ["a wrong one", 401, "wrong", (body: string) => retellSignature("another secret", body)],
    [
      "one of yesterday",
      401,
      "too_old",
      (body: string) => retellSignature(source.secret, body, Date.now() - 86_400_000),
    ],
    ["the signature of another body", 401, "wrong", () => retellSignature(source.secret, "{}")],
  ])("%s: %i", async (_, status, signature, headers) => {
    const own = await givenPostingIntegration(demo);
    const body = retellEnded();
    const answer = await own.deliver(body, headers(JSON.stringify(body)));
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await callsNamed(body.call.call_id)).toEqual([]);
    expect(await eventsOf(demo, own.id)).toMatchObject([{ signature, outcome: "refused", answered: status }]);
  });

  test.each([
    ["JSON nested a hundred thousand deep", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, 422],
    ["something that is no JSON", "}{", 422],
    ["six megabytes", JSON.stringify({ a: "x".repeat(6_000_000) }), 413],
  ])("%s", async (_, body, status) => {
    const own = await givenPostingIntegration(demo);
    const answer = await own.deliver(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await eventsOf(demo, own.id)).toMatchObject([{ outcome: "refused", answered: status }]);
  });
});

test("just under five megabytes is read", async () => {
  const body = retellEnded(95, { filler: "x".repeat(5_000_000) });
  expect(await source.deliver(body)).toMatchObject({ status: 200, body: { outcome: "applied" } });
});

test("unsupported kinds of events are answered 200", async () => {
  expect(await source.deliver({ event: "transcript_updated" })).toMatchObject({
    status: 200,
    body: { status: 200, ignored: "transcript_updated" },
  });
});

describe("an unknown address", () => {
  const unknown = "A".repeat(40);

  test("has the same answer for a wrong key, a wrong provider and an unknown provider", async () => {
    const body = JSON.stringify(retellEnded());
    const readCall = async (path: string) => {
      const headers = retellSignature(source.secret, body);
      const { status, text } = await ask("POST", path, { headers, json: body });
      return { status, text: text.replace(/"request_id":"[^"]+"/, "") };
    };
    const nowhere = await readCall(`/api/v1/intake/retell/${unknown}`);
    expect(nowhere.status).toBe(404);
    for (const path of [
      source.path.replace("/retell/", "/bland/"),
      source.path.replace("/retell/", "/buyer/"),
      source.path.replace("/retell/", "/constructor/"),
      `${source.path.slice(0, -1)}${source.path.endsWith("A") ? "B" : "A"}`,
      "/api/v1/intake/retell/short",
    ]) {
      expect(await readCall(path)).toEqual(nowhere);
    }
  });

  test("of another company reaches that company's calls only", async () => {
    const theirs = await givenPostingIntegration(other);
    const body = retellEnded();
    expect((await theirs.deliver(body)).status).toBe(200);
    expect(await callsNamed(body.call.call_id, demo)).toEqual([]);
    expect(await callsNamed(body.call.call_id, other)).toHaveLength(1);
    const seen = await ask("GET", `/api/v1/integrations/${theirs.id}/events`, { headers: keyOf(demo) });
    expect(seen.status).toBe(404);
  });
});
