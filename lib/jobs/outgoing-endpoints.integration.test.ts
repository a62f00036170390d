import { afterEach, beforeEach, expect, test } from "vitest";
import { ROLES } from "@/lib/access/domain/roles";
import { Forbidden, Invalid } from "@/lib/base/errors";
import { getDelivery, listDeliveries } from "@/lib/outbound/list-deliveries";
import { resendDelivery } from "@/lib/outbound/resend";
import { testEndpoint } from "@/lib/outbound/test-endpoint";
import { updateWebhookEndpoint } from "@/lib/outbound/update-endpoint";
import { systemClock } from "@/lib/platform/config/clock";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { convert, givenEndpoint } from "@/lib/testing/outbound/given-endpoint";
import { isSigned, WebhookReceiver } from "@/lib/testing/outbound/webhook-receiver";

let receiver: WebhookReceiver;
let ctx: GivenContext;
beforeEach(async () => {
  receiver = await new WebhookReceiver().start();
  ({ ctx } = await givenCompany());
});
afterEach(() => receiver.stop());

test("are tested at once, also while paused", async () => {
  const { id, secret } = await givenEndpoint(ctx, receiver);
  ctx.clock.set(systemClock());
  await updateWebhookEndpoint(ctx, id, { state: "paused" });
  const delivery = await testEndpoint(ctx, id);
  expect(delivery).toMatchObject({
    event: "endpoint.test",
    state: "delivered",
    tries: [{ status: 200, answer: "OK" }],
  });
  expect(receiver.received.map((post) => isSigned(post, secret))).toEqual([true]);
  receiver.answer = () => ({ status: 418 });
  expect(await testEndpoint(ctx, id)).toMatchObject({ state: "given_up", last_problem: "Answered 418." });
});

test("sign with the old and the new secret for a day", async () => {
  const { id, secret } = await givenEndpoint(ctx, receiver);
  ctx.clock.set(systemClock());
  const { secret: newer } = await updateWebhookEndpoint(ctx, id, { new_secret: true });
  await testEndpoint(ctx, id);
  expect(receiver.received.map((post) => [isSigned(post, secret), isSigned(post, newer ?? "")])).toEqual([
    [true, true],
  ]);
  ctx.clock.advance({ hours: 25 });
  await testEndpoint(ctx, id);
  expect(receiver.received.map((post) => post.headers["webhook-signature"]?.split(" ").length)).toEqual([2, 1]);
});

test.each([
  ["a private address", { url: "http://10.0.0.1/" }, "url"],
  ["an unknown buyer", { buyer_id: 999_999 }, "buyer_id"],
  ["an unknown offer to filter by", { offer_ids: [999_999] }, "offer_ids"],
])("with %s are refused", async (_, input, field) => {
  await expect(givenEndpoint(ctx, receiver, input)).rejects.toThrow(Invalid);
  await expect(givenEndpoint(ctx, receiver, input)).rejects.toMatchObject({ errors: { [field]: expect.any(String) } });
});

test("of a buyer cannot ask for payouts, nor those of a traffic source for revenue, nor one for two parties", async () => {
  const wrong = { errors: { events: expect.any(String) } };
  await expect(givenEndpoint(ctx, receiver, { buyer_id: ctx.buyer.id })).rejects.toMatchObject(wrong);
  await expect(givenEndpoint(ctx, receiver, { traffic_source_id: ctx.trafficSource.id })).rejects.toMatchObject(wrong);
  const two = { buyer_id: ctx.buyer.id, offer_id: ctx.offer.id, events: ["buyer.converted" as const] };
  await expect(givenEndpoint(ctx, receiver, two)).rejects.toThrow(Invalid);
});

test("cannot be had by whoever may not read what is sent to them", async () => {
  const { id } = await givenEndpoint(ctx, receiver);
  await convert(ctx, (await givenCall(ctx)).id);
  const [delivery] = (await listDeliveries(ctx, id, {})).deliveries;
  const blind: GivenContext = {
    ...ctx,
    actor: { ...ctx.actor, access: { ...ROLES.operator, settings: "update" } },
  };
  ctx = blind;
  await expect(givenEndpoint(ctx, receiver)).rejects.toThrow(Forbidden);
  await expect(updateWebhookEndpoint(blind, id, { url: "https://elsewhere.test" })).rejects.toThrow(Forbidden);
  await expect(updateWebhookEndpoint(blind, id, { new_secret: true })).rejects.toThrow(Forbidden);
  await expect(getDelivery(blind, id, delivery?.id ?? "")).rejects.toThrow(Forbidden);
  await expect(resendDelivery(blind, id, delivery?.id ?? "")).rejects.toThrow(Forbidden);
  expect((await updateWebhookEndpoint(blind, id, { state: "paused" })).webhook_endpoint.state).toBe("paused");
  const viewer: GivenContext = { ...ctx, actor: { ...ctx.actor, access: ROLES.viewer } };
  await expect(listDeliveries(viewer, id, {})).rejects.toThrow(Forbidden);
});
