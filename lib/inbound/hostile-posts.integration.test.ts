import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import { getCall } from "@/lib/conversion/get-call";
import { lockSide } from "@/lib/conversion/set-side";
import { listInbox } from "@/lib/inbox/list-inbox";
import { resolveInboxItems } from "@/lib/inbox/resolve-items";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import type { BuyerPostAnswer, BuyerWebhookUpdate } from "./contract/webhook";
import { listWebhookEvents } from "./list-webhook-events";
import { openBuyerWebhook, type PostRequest, receiveBuyerPost } from "./receive-buyer-post";
import { saveBuyerWebhook } from "./save-buyer-webhook";

type Fields = Readonly<Record<string, unknown>>;

async function givenWebhook(ctx: GivenContext, update: BuyerWebhookUpdate = {}) {
  const { url, secret = "" } = await saveBuyerWebhook(ctx, ctx.buyer.id, update);
  const key = url.split("/").at(-1) ?? "";
  const send = async (
    fields: Fields,
    { query = "", ...setup }: Partial<PostRequest> = {},
  ): Promise<BuyerPostAnswer> => {
    const webhook = await openBuyerWebhook(key, ctx.now);
    if (!webhook) throw new Error("no webhook has this address");
    return receiveBuyerPost(webhook.ctx, webhook.opened, {
      method: "POST",
      headers: new Headers(),
      query,
      receive: async () => ({
        query,
        contentType: "application/json",
        body: new TextEncoder().encode(JSON.stringify(fields)),
      }),
      parameters: async (posted) => ({
        ...JSON.parse(new TextDecoder().decode(posted.body)),
        ...Object.fromEntries(new URLSearchParams(posted.query)),
      }),
      ...setup,
    });
  };
  return { secret, send };
}

const openItems = async (ctx: GivenContext) => (await listInbox(ctx, {})).items;

test("accepting a buyer's post neither moves a call nor charges anything that the post does not name", async () => {
  const { ctx } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const { id, uuid } = await givenCall(ctx);
  await lockSide(owner, { id }, { side: "buyer", locked: true });
  const { send } = await givenWebhook(ctx, { fields: { revenue: { path: "price", values: {} } } });
  await send({ call_uuid: uuid, converted: true, buyer_id: String(ctx.otherBuyer.id), revenue: "99", payout: "99" });
  const [item] = await openItems(ctx);
  expect(await resolveInboxItems(owner, { action: "accept", ids: [item?.id ?? 0] })).toMatchObject([{ changed: true }]);
  expect(await getCall(ctx, { id })).toMatchObject({
    buyer: { id: ctx.buyer.id },
    buyer_converted: true,
    revenue: "10.00",
    offer_converted: false,
  });
  await expectBooksBalance(ctx);
});

test("a rejected post can be retried or dismissed: matching its raw fields could reach another buyer's call", async () => {
  const { ctx } = await givenCompany();
  const { ctx: owner } = await givenMember(ctx, "owner");
  const theirs = await givenCall(ctx, { buyer_id: ctx.otherBuyer.id });
  const { send } = await givenWebhook(ctx);
  await expect(send({ buyer_converted: true, revenue: "50" })).rejects.toMatchObject({ code: "invalid" });
  const [item] = await openItems(ctx);
  expect(item?.actions).toEqual(["retry", "dismiss"]);
  const match = { action: "match" as const, ids: [item?.id ?? 0], call: theirs.uuid };
  expect(await resolveInboxItems(owner, match)).toMatchObject([{ status: 422, changed: false }]);
  expect(await getCall(ctx, { id: theirs.id })).toMatchObject({ version: 0 });
});

test("an endpoint that requires signatures ignores the query string", async () => {
  const { ctx } = await givenCompany();
  const { id, uuid } = await givenCall(ctx);
  const { secret, send } = await givenWebhook(ctx, { signature_required: true });
  const fields = { call_uuid: uuid, converted: true };
  const timestamp = String(Math.floor(ctx.now().getTime() / 1000));
  const signature = createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64"))
    .update(`msg_1.${timestamp}.${JSON.stringify(fields)}`)
    .digest("base64");
  const headers = new Headers({
    "webhook-id": "msg_1",
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  });
  expect(await send(fields, { headers, query: "revenue=999" })).toMatchObject({ changed: true });
  expect(await send(fields, { headers, query: "revenue=999&event_id=another" })).toMatchObject({ repeated: true });
  expect(await getCall(ctx, { id })).toMatchObject({ version: 1, revenue: "10.00" });
});

test("a value that is not text is ignored, and an unreadable body is rejected with a storable message", async () => {
  const { ctx } = await givenCompany();
  const { uuid } = await givenCall(ctx);
  const values = { SOLD: "true" };
  const { send } = await givenWebhook(ctx, { fields: { converted: { path: "status", values } } });
  const status = { toString: "SOLD", valueOf: "SOLD" };
  expect(await send({ call_uuid: uuid, status })).toMatchObject({ changed: false });
  expect(await send({ call_uuid: uuid, status: [status] })).toMatchObject({ changed: false });
  const unreadable = new Invalid({ "tokens[\0]": "Sent twice" }, "Unexpected \0.");
  const setup = { parameters: () => Promise.reject(unreadable) };
  await expect(send({}, setup)).rejects.toMatchObject({ code: "invalid" });
  const { events } = await listWebhookEvents(ctx, ctx.buyer.id, {});
  expect(events.map(({ outcome }) => outcome)).toEqual(["refused", "ignored", "ignored"]);
});
