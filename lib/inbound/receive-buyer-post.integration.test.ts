import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { listChanges } from "@/lib/call/list-changes";
import { getCall } from "@/lib/conversion/get-call";
import { lockSide } from "@/lib/conversion/set-side";
import { updateCall } from "@/lib/conversion/update-call";
import { listInbox } from "@/lib/inbox/list-inbox";
import { listSilentBuyers } from "@/lib/inbox/list-silent-buyers";
import { resolveInboxItems } from "@/lib/inbox/resolve-items";
import { rollUp } from "@/lib/ledger/roll-up";
import { updateParty } from "@/lib/party/update-party";
import { BuyerSettings } from "@/lib/settings/contract/conversion-settings";
import { saveBuyerSettings } from "@/lib/settings/save-settings";
import { receivableOf } from "@/lib/testing/balance-of";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import type { BuyerPostAnswer, BuyerWebhookUpdate } from "./contract/webhook";
import { listWebhookEvents } from "./list-webhook-events";
import { openBuyerWebhook, receiveBuyerPost } from "./receive-buyer-post";
import { saveBuyerWebhook } from "./save-buyer-webhook";
import { tryWebhookBody } from "./try-webhook-body";

type Fields = Readonly<Record<string, unknown>>;
type Headers_ = Readonly<Record<string, string>>;

/** A buyer's webhook and its sender. */
async function givenWebhook(ctx: GivenContext, update: BuyerWebhookUpdate = {}, buyerId = ctx.buyer.id) {
  const { url, secret } = await saveBuyerWebhook(ctx, buyerId, update);
  const key = url.split("/").at(-1) ?? "";
  const send = async (body: string, headers: Headers_ = {}): Promise<BuyerPostAnswer> => {
    const webhook = await openBuyerWebhook(key, ctx.now);
    if (!webhook) throw new Error("no webhook has this address");
    const bytes = new TextEncoder().encode(body);
    return receiveBuyerPost(webhook.ctx, webhook.opened, {
      method: "POST",
      headers: new Headers(headers),
      query: "",
      receive: async () => ({ query: "", contentType: "application/json", body: bytes }),
      parameters: async (posted) => JSON.parse(new TextDecoder().decode(posted.body)),
    });
  };
  const post = (fields: Fields, headers?: Headers_) => send(JSON.stringify(fields), headers);
  return { key, secret: secret ?? "", send, post };
}

function signed(secret: string, body: string, at: Date, id = "msg_1"): Headers_ {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}

const openItems = async (ctx: GivenContext) => (await listInbox(ctx, {})).items;
const eventsOf = async (ctx: GivenContext, buyerId = ctx.buyer.id) =>
  (await listWebhookEvents(ctx, buyerId, {})).events;

test("a buyer confirms and corrects its call by uuid, as an explicit update", async () => {
  const { ctx } = await givenCompany();
  const { id, uuid } = await givenCall(ctx);
  const { post } = await givenWebhook(ctx);
  const answer = await post({ call_uuid: uuid, converted: "yes", revenue: "12.50", reference: "P-88", utm: "x" });
  expect(answer).toMatchObject({ status: 200, changed: true, ignored: ["utm"], call: { revenue: "12.50" } });
  for (const hidden of ["caller", "payout", "tokens", "traffic_source"]) expect(answer.call).not.toHaveProperty(hidden);
  expect(await getCall(ctx, { id })).toMatchObject({ buyer_decision: { mechanism: "webhook", explicit: true } });
  expect(await post({ call_uuid: uuid, converted: false })).toMatchObject({ changed: true });
  expect(await post({ call_uuid: uuid, converted: true, revenue: "9" })).toMatchObject({ changed: true });
  await rollUp(ctx);
  expect(await receivableOf(ctx, ctx.buyer.id)).toBe(900n);
  expect((await eventsOf(ctx)).map(({ outcome, call_id }) => [outcome, call_id])).toEqual([
    ["applied", id],
    ["applied", id],
    ["applied", id],
  ]);
  await expectBooksBalance(ctx);
});

test("a call of another buyer is not found", async () => {
  const { ctx } = await givenCompany();
  const theirs = await givenCall(ctx, { buyer_id: ctx.otherBuyer.id });
  const { post } = await givenWebhook(ctx);
  const attempt = async (fields: Fields) => {
    const { detail, ...answer } = await post({ converted: true, ...fields });
    return { ...answer, detail };
  };
  const missing = await attempt({ call_uuid: "0b8e7c1a-3f52-4c6d-9e81-2a4b6c8d0e1f" });
  expect(missing).toEqual({ status: 200, changed: false, held: true, detail: "No call of this buyer matches." });
  expect(await attempt({ call_uuid: theirs.uuid })).toEqual(missing);
  expect(await attempt({ caller: "+13035550142", call_started_at: theirs.started_at })).toEqual(missing);
  expect(await getCall(ctx, { id: theirs.id })).toMatchObject({ version: 0, buyer_converted: false });
  const item = (await openItems(ctx)).find(({ sought }) => sought?.uuid === theirs.uuid);
  const { ctx: owner } = await givenMember(ctx, "owner");
  const matched = await resolveInboxItems(owner, { action: "match", ids: [item?.id ?? 0], call: theirs.uuid });
  expect(matched).toMatchObject([{ status: 422, changed: false }]);
});

test("64 simultaneous repeats are one change and one update", async () => {
  const { ctx } = await givenCompany();
  const { id, uuid } = await givenCall(ctx);
  const { post } = await givenWebhook(ctx);
  const repeats = Array.from({ length: 64 }, () => post({ call_uuid: uuid, converted: true, reference: "P-88" }));
  const answers = await Promise.all(repeats);
  expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
  expect((await listChanges(ctx, { id })).changes).toHaveLength(1);
  expect((await eventsOf(ctx)).length).toBe(20);
});

test("under one reference equal content is a repetition, other content a correction, also back again", async () => {
  const { ctx } = await givenCompany();
  const { id, uuid } = await givenCall(ctx);
  const { post } = await givenWebhook(ctx);
  const say = (converted: boolean) => post({ call_uuid: uuid, converted, reference: "P-88" });
  expect(await say(true)).toMatchObject({ changed: true });
  await updateCall(ctx, { id }, { buyer_converted: false });
  expect(await say(true)).toMatchObject({ changed: false, repeated: true });
  expect(await say(false)).toMatchObject({ changed: false });
  expect(await say(true)).toMatchObject({ changed: true });
});

test.each([
  ["none", 0, "unmatched"],
  ["two", 2, "ambiguous"],
])("caller and time that match %s of its calls are held for a person", async (_, count, reason) => {
  const { ctx } = await givenCompany();
  for (let made = 0; made < count; made += 1) await givenCall(ctx);
  const { post } = await givenWebhook(ctx);
  expect(await post({ caller: "(303) 555-0142", converted: true })).toMatchObject({ changed: false, held: true });
  expect(await openItems(ctx)).toMatchObject([{ reason, update: { buyer_converted: true } }]);
});

test("caller and time that match exactly one call reach it, and nothing outside the window", async () => {
  const { ctx } = await givenCompany();
  const { id, started_at } = await givenCall(ctx);
  const { post } = await givenWebhook(ctx, { window_minutes: 30 });
  const around = (minutes: number) => new Date(Date.parse(started_at) + minutes * 60_000).toISOString();
  const say = (minutes: number, revenue: string) =>
    post({ caller: "303-555-0142", call_started_at: around(minutes), converted: true, revenue });
  expect(await say(-30, "7")).toMatchObject({ changed: true, call: { id } });
  expect(await say(30, "8")).toMatchObject({ changed: true });
  expect(await say(31, "9")).toMatchObject({ held: true });
  expect(await getCall(ctx, { id })).toMatchObject({ revenue: "8.00" });
});

test("a post that arrives before its call is applied when the call arrives", async () => {
  const { ctx, clock } = await givenCompany();
  const { post } = await givenWebhook(ctx);
  await post({ caller: "+13035550199", converted: true, revenue: "5" });
  await post({ caller: "+13035550199", converted: true, revenue: "6" });
  expect(await openItems(ctx)).toHaveLength(2);
  clock.advance({ minutes: 20 });
  const { id } = await givenCall(ctx, { caller: "+13035550199" });
  await givenCall(ctx, { caller: "+13035550142" });
  expect(await getCall(ctx, { id })).toMatchObject({ revenue: "6.00", buyer_decision: { mechanism: "webhook" } });
  expect(await openItems(ctx)).toEqual([]);
  expect((await listInbox(ctx, { state: "resolved" })).items).toMatchObject([
    { resolved: { resolution: "applied" }, call: { id } },
    { resolved: { resolution: "applied" }, call: { id } },
  ]);
});

test("a post that matches several calls after their arrival is left to a person", async () => {
  const { ctx } = await givenCompany();
  const { post } = await givenWebhook(ctx);
  await post({ caller: "+13035550142", converted: true });
  await givenCalls(ctx, [{}, {}]);
  expect(await openItems(ctx)).toMatchObject([{ reason: "ambiguous" }]);
});

test("a wrong, old or missing signature saves nothing but the event", async () => {
  const { ctx, clock } = await givenCompany();
  const { id, uuid } = await givenCall(ctx);
  const { secret, send, post } = await givenWebhook(ctx, { signature_required: true });
  const body = JSON.stringify({ call_uuid: uuid, converted: true });
  const headers = signed(secret, body, ctx.now());
  const refused = { code: "unauthenticated" };
  await expect(post({ call_uuid: uuid, converted: true })).rejects.toMatchObject(refused);
  await expect(send(`${body} `, headers)).rejects.toMatchObject(refused);
  await expect(send(body, { ...headers, "webhook-id": "msg_2" })).rejects.toMatchObject(refused);
  await expect(send(body, signed("whsec_d3Jvbmc=", body, ctx.now()))).rejects.toMatchObject(refused);
  clock.advance({ minutes: 5, seconds: 1 });
  await expect(send(body, headers)).rejects.toMatchObject(refused);
  expect(await getCall(ctx, { id })).toMatchObject({ version: 0 });
  expect(await openItems(ctx)).toEqual([]);
  expect((await eventsOf(ctx)).map(({ signature, answered }) => [signature, answered])).toEqual([
    ["too_old", 401],
    ["wrong", 401],
    ["wrong", 401],
    ["wrong", 401],
    ["missing", 401],
  ]);
  expect(await send(body, signed(secret, body, ctx.now()))).toMatchObject({ changed: true });
  await updateCall(ctx, { id }, { buyer_converted: false });
  expect(await send(body, signed(secret, body, ctx.now()))).toMatchObject({ changed: false, repeated: true });
});

test("a previous secret stays valid for a day, a previous URL not at all", async () => {
  const { ctx, clock } = await givenCompany();
  const { uuid } = await givenCall(ctx);
  const { key, secret, send } = await givenWebhook(ctx, { signature_required: true });
  const next = await saveBuyerWebhook(ctx, ctx.buyer.id, { new_secret: true });
  const body = JSON.stringify({ call_uuid: uuid, converted: true });
  for (const one of [secret, next.secret ?? ""]) {
    expect(await send(body, signed(one, body, ctx.now(), one))).toMatchObject({ status: 200 });
  }
  clock.advance({ hours: 24 });
  expect(next.old_secret_until).toBe(ctx.now().toISOString());
  await expect(send(body, signed(secret, body, ctx.now()))).rejects.toMatchObject({ code: "unauthenticated" });
  expect(await send(body, signed(next.secret ?? "", body, ctx.now()))).toMatchObject({ status: 200 });
  await saveBuyerWebhook(ctx, ctx.buyer.id, { renew_url: true });
  expect(await openBuyerWebhook(key, ctx.now)).toBeNull();
});

test("against a lock a post is held, and applied when a person accepts it", async () => {
  const { ctx } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const { id, uuid } = await givenCall(ctx);
  await lockSide(owner, { id }, { side: "buyer", locked: true });
  const { post } = await givenWebhook(ctx);
  expect(await post({ call_uuid: uuid, converted: true, revenue: "11" })).toMatchObject({ changed: false, held: true });
  const [item] = await openItems(ctx);
  expect(item).toMatchObject({ reason: "locked", actor: { type: "webhook", name: ctx.buyer.name } });
  await resolveInboxItems(owner, { action: "accept", ids: [item?.id ?? 0] });
  expect(await getCall(ctx, { id })).toMatchObject({ buyer_converted: true, revenue: "11.00" });
});

test("outside the buyer's limits a post is held", async () => {
  const { ctx } = await givenCompany();
  const statements = { revenue: "bounded", minimum: null, maximum: "20", take_back_days: null };
  await saveBuyerSettings(ctx, ctx.buyer.id, settingsOf(ctx, { statements }));
  const { uuid } = await givenCall(ctx);
  const { post } = await givenWebhook(ctx);
  expect(await post({ call_uuid: uuid, converted: true, revenue: "21" })).toMatchObject({ held: true });
  const [item] = await openItems(ctx);
  expect(item).toMatchObject({
    reason: "outside_limits",
    preview: { entries: [{ kind: "charge", amount: "21.00" }] },
  });
  const { ctx: owner } = await givenMember(ctx, "owner");
  expect(await resolveInboxItems(owner, { action: "accept", ids: [item?.id ?? 0] })).toMatchObject([{ changed: true }]);
});

test("a switched-off webhook and a paused endpoint accept nothing, and the sender retries later", async () => {
  const { ctx } = await givenCompany();
  await saveBuyerSettings(ctx, ctx.buyer.id, settingsOf(ctx, { webhook: { enabled: false } }));
  const off = await givenCall(ctx);
  const on = await givenCall(ctx, { buyer_id: ctx.otherBuyer.id });
  const { post } = await givenWebhook(ctx);
  expect(await post({ call_uuid: off.uuid, converted: true })).toMatchObject({ changed: false, held: true });
  const paused = await givenWebhook(ctx, { paused: true }, ctx.otherBuyer.id);
  expect(await paused.post({ call_uuid: on.uuid, converted: true })).toMatchObject({ changed: false, held: true });
  const items = await openItems(ctx);
  expect(items.map(({ reason }) => reason)).toEqual(["refused", "refused"]);
  await saveBuyerWebhook(ctx, ctx.otherBuyer.id, { paused: false });
  const { ctx: owner } = await givenMember(ctx, "owner");
  const retried = await resolveInboxItems(owner, { action: "retry", ids: items.map(({ id }) => id) });
  expect(retried.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(await getCall(ctx, { id: on.id })).toMatchObject({ buyer_decision: { mechanism: "webhook" } });
});

function settingsOf(ctx: GivenContext, settings: Fields) {
  const valid_from = new Date(ctx.now().getTime() - 86_400_000);
  return { version: 0, valid_from, settings: BuyerSettings.parse(settings) };
}

test("a body in the buyer's own format is read by the mapping, which can be tested first", async () => {
  const { ctx } = await givenCompany();
  const { id, uuid } = await givenCall(ctx);
  const fields = {
    converted: { path: "lead.status", values: { SOLD: "true", RETURNED: "false" } },
    call_uuid: { path: "lead.ids.0", values: {} },
    revenue: { path: "lead.price", values: {} },
  };
  const { post } = await givenWebhook(ctx);
  const body = { lead: { status: "Sold", ids: [uuid], price: "14.5" }, agent: 7 };
  const tried = await tryWebhookBody(ctx, ctx.buyer.id, { body: JSON.stringify(body), fields }, async (text) =>
    JSON.parse(text),
  );
  expect(tried).toMatchObject({ outcome: "applied", call_id: id, ignored: ["agent"], reads: { converted: "true" } });
  expect(await getCall(ctx, { id })).toMatchObject({ version: 0 });
  await saveBuyerWebhook(ctx, ctx.buyer.id, { fields });
  expect(await post(body)).toMatchObject({ changed: true, call: { revenue: "14.50" } });
  expect(await post({ lead: { ...body.lead, status: "CALLBACK", price: null } })).toMatchObject({
    changed: false,
    detail: "The payload contains no update to a call.",
  });
  expect(await post({ lead: { ...body.lead, status: "returned" } })).toMatchObject({ changed: true });
});

test("a rejected post is held in the inbox once", async () => {
  const { ctx } = await givenCompany();
  const { uuid } = await givenCall(ctx);
  const { post, send } = await givenWebhook(ctx);
  for (let sent = 0; sent < 3; sent += 1) {
    await expect(post({ call_uuid: uuid, converted: "perhaps", note: "x" })).rejects.toMatchObject({ code: "invalid" });
  }
  await expect(post({ converted: true })).rejects.toMatchObject({ errors: { call_uuid: expect.any(String) } });
  await expect(post({ call_uuid: uuid, revenue: "-1" })).rejects.toMatchObject({ code: "invalid" });
  expect(await openItems(ctx)).toHaveLength(3);
  expect((await eventsOf(ctx)).every(({ outcome, answered }) => outcome === "refused" && answered === 422)).toBe(true);
  await expect(send("{")).rejects.toThrow();
});

test("a buyer that stopped posting, or whose posts are all rejected, is listed", async () => {
  const { ctx, clock } = await givenCompany();
  const quiet = await givenWebhook(ctx);
  const { uuid } = await givenCall(ctx);
  await quiet.post({ call_uuid: uuid, converted: true });
  clock.advance({ days: 6, hours: 23 });
  expect(await listSilentBuyers(ctx)).toEqual([]);
  clock.advance({ hours: 1 });
  const loud = await givenWebhook(ctx, {}, ctx.otherBuyer.id);
  for (let sent = 0; sent < 3; sent += 1) await loud.post({ converted: "perhaps", sent }).catch(() => null);
  expect(await listSilentBuyers(ctx)).toMatchObject([
    { buyer: { id: ctx.buyer.id }, why: "silent", posts: 1 },
    { buyer: { id: ctx.otherBuyer.id }, why: "only_refused" },
  ]);
  clock.advance({ days: 24 });
  expect(await listSilentBuyers(ctx)).toMatchObject([{ buyer: { id: ctx.otherBuyer.id }, why: "silent" }]);
});

test("an archived buyer is expected to fall silent", async () => {
  const { ctx, clock } = await givenCompany();
  const { post } = await givenWebhook(ctx);
  const { uuid } = await givenCall(ctx);
  await post({ call_uuid: uuid, converted: true });
  clock.advance({ days: 7 });
  expect(await listSilentBuyers(ctx)).toHaveLength(1);
  await updateParty(ctx, "buyer", ctx.buyer.id, { archived: true });
  expect(await listSilentBuyers(ctx)).toEqual([]);
});

test("another company's key, events and settings are not found", async () => {
  const { ctx } = await givenCompany();
  await givenWebhook(ctx);
  const { ctx: stranger } = await givenCompany();
  await expect(saveBuyerWebhook(stranger, ctx.buyer.id, { renew_url: true })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(listWebhookEvents(stranger, ctx.buyer.id, {})).rejects.toMatchObject({ code: "not_found" });
});

test("nobody makes an address that may set what they may not", async () => {
  const { ctx, buyer } = await givenCompany();
  const { ctx: keeper } = await givenMember(ctx, "operator", { settings: "update" });
  const forbidden = { permission: "call.revenue: read" };
  await expect(saveBuyerWebhook(keeper, buyer.id, {})).rejects.toMatchObject(forbidden);
  const { url } = await saveBuyerWebhook(ctx, buyer.id, {});
  await expect(saveBuyerWebhook(keeper, buyer.id, { renew_url: true })).rejects.toMatchObject(forbidden);
  expect(await openBuyerWebhook(url.split("/").at(-1) ?? "", ctx.now)).not.toBeNull();
  expect(await saveBuyerWebhook(keeper, buyer.id, { paused: true })).toMatchObject({ paused: true });
});
