import { describe, expect, test } from "vitest";
import { InboxItemAnswer, InboxList, InboxSummary, ResolvedInbox } from "@/lib/inbox/contract";
import { ask, read } from "./support/ask";
import { keyOf } from "./support/credentials";
import { demo, other } from "./support/demo";
import { callOf, type GivenCall, givenCall } from "./support/given-call";
import { givenWebhook } from "./support/given-hook";
import { expectProblem } from "./support/refusal";
import { sessionOf } from "./support/session";

type Headers_ = Readonly<Record<string, string>>;

const list = async (headers: Headers_, query: Record<string, string> = {}) =>
  read(InboxList, await ask("GET", "/api/v1/inbox", { headers, query: { per_page: "200", ...query } })).items;

const resolve = async (headers: Headers_, action: string, ids: readonly number[], call?: string | number) => {
  const json = { action, ids, ...(call !== undefined && { call: String(call) }) };
  return read(ResolvedInbox, await ask("POST", "/api/v1/inbox/resolve", { headers, json })).results;
};

/** The preview may also have payouts: some offers follow the buyer. */
const charging = (amount: string) => expect.arrayContaining([expect.objectContaining({ kind: "charge", amount })]);

/** An update of the secure API held by a lock. */
async function givenHeld(): Promise<{ call: GivenCall; id: number }> {
  const call = await givenCall(demo);
  const lock = { headers: keyOf(demo), json: { side: "buyer", locked: true } };
  await ask("POST", `/api/v1/calls/${call.id}/lock`, lock);
  const query = { buyer_converted: "true", revenue: "7654.32" };
  await ask("PUT", `/api/v1/secure/${demo.secure_token}/calls/${call.uuid}`, { query });
  const item = (await list(keyOf(demo))).find((candidate) => candidate.call?.id === call.id);
  if (!item) throw new Error("the inbox has no open item");
  return { call, id: item.id };
}

test("an item held by a lock is accepted by a person, once", async () => {
  const { call, id } = await givenHeld();
  const owner = await sessionOf(demo, "owner");
  const [item] = (await list(owner)).filter((candidate) => candidate.id === id);
  expect(item).toMatchObject({ reason: "locked", times: 1, preview: { entries: charging("7654.32") } });
  const { version } = await callOf(demo, call.id);
  const both = await Promise.all([resolve(owner, "accept", [id]), resolve(owner, "accept", [id])]);
  expect(
    both
      .flat()
      .map(({ changed }) => changed)
      .sort(),
  ).toEqual([false, true]);
  expect(await resolve(owner, "dismiss", [id])).toMatchObject([{ already_resolved: true, resolution: "accepted" }]);
  expect(await callOf(demo, call.id)).toMatchObject({ version: version + 1, revenue: "7654.32" });
});

test("an operator sees no amount and may not accept one, a viewer resolves nothing", async () => {
  const { id } = await givenHeld();
  const operator = await sessionOf(demo, "operator");
  const seen = await ask("GET", `/api/v1/inbox/${id}`, { headers: operator });
  expect(seen.text).not.toContain("7654.32");
  expect(read(InboxItemAnswer, seen).item.payload_hidden).toBe(true);
  expect(await resolve(operator, "accept", [id])).toMatchObject([{ status: 403, changed: false }]);
  const viewer = await sessionOf(demo, "viewer");
  expectProblem(
    await ask("POST", "/api/v1/inbox/resolve", { headers: viewer, json: { action: "dismiss", ids: [id] } }),
    403,
  );
  expect(await resolve(operator, "dismiss", [id])).toMatchObject([{ status: 200, resolution: "dismissed" }]);
});

describe("to another company", () => {
  test("an item is not found", async () => {
    const { id } = await givenHeld();
    const headers = keyOf(other);
    const [seen, missing] = [await resolve(headers, "dismiss", [id]), await resolve(headers, "dismiss", [987_654_321])];
    expect(seen).toEqual([{ ...missing[0], id }]);
    expectProblem(await ask("GET", `/api/v1/inbox/${id}`, { headers }), 404);
    expect((await list(headers)).map((item) => item.id)).not.toContain(id);
  });
});

test("a post that matches two calls is matched with the one that a person chooses", async () => {
  const webhook = await givenWebhook(demo);
  const caller = `+1303555${String(Math.floor(Math.random() * 9000) + 1000)}`;
  const calls = [
    await givenCall(demo, { buyer_id: webhook.buyerId, caller }),
    await givenCall(demo, { buyer_id: webhook.buyerId, caller }),
  ];
  expect((await webhook.post({ json: { caller, converted: true, revenue: "9" } })).body).toMatchObject({ held: true });
  const [item] = await list(keyOf(demo), { reason: "ambiguous" });
  const id = item?.id ?? 0;
  const answer = await ask("GET", `/api/v1/inbox/${id}`, {
    headers: keyOf(demo),
    query: { call: calls[1]?.uuid ?? "" },
  });
  const { item: seen, candidates } = read(InboxItemAnswer, answer);
  expect(candidates.map((call) => call.id).sort()).toEqual(calls.map((call) => call.id).sort());
  expect(seen.preview).toMatchObject({ entries: charging("9.00") });
  const elsewhere = await givenCall(demo);
  expect(await resolve(keyOf(demo), "match", [id], elsewhere.id)).toMatchObject([{ status: 422 }]);
  expect(await resolve(keyOf(demo), "match", [id], calls[1]?.id)).toMatchObject([{ status: 200, changed: true }]);
  expect(await callOf(demo, calls[1]?.id ?? 0)).toMatchObject({
    revenue: "9.00",
    buyer_decision: { mechanism: "webhook" },
  });
});

test("a request that names nothing, too many items or no call is rejected as a whole", async () => {
  const attempt = (json: unknown) => ask("POST", "/api/v1/inbox/resolve", { headers: keyOf(demo), json });
  const ids = Array.from({ length: 501 }, (_, index) => index + 1);
  for (const json of [{ action: "accept", ids: [] }, { action: "accept", ids }, { action: "match", ids: [1] }, {}]) {
    expectProblem(await attempt(json), 422);
  }
});

test("the summary counts open items", async () => {
  const before = read(InboxSummary, await ask("GET", "/api/v1/inbox/summary", { headers: keyOf(demo) }));
  await givenHeld();
  const after = read(InboxSummary, await ask("GET", "/api/v1/inbox/summary", { headers: keyOf(demo) }));
  expect(after.by_reason.locked).toBe((before.by_reason.locked ?? 0) + 1);
});
