import { afterEach, beforeEach, expect, test } from "vitest";
import { ROLES } from "@/lib/access/domain/roles";
import { Forbidden, Invalid } from "@/lib/base/errors";
import { getDelivery, listDeliveries } from "@/lib/outbound/list-deliveries";
import { getWebhookEndpoint } from "@/lib/outbound/read-endpoints";
import { resendDelivery } from "@/lib/outbound/resend";
import { testEndpoint } from "@/lib/outbound/test-endpoint";
import { updateWebhookEndpoint } from "@/lib/outbound/update-endpoint";
import { systemClock } from "@/lib/platform/config/clock";
import { inCompany } from "@/lib/platform/sql/in-company";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { convert, dispatch, givenEndpoint } from "@/lib/testing/outbound/given-endpoint";
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

test("are disabled after five days in which every attempt failed, and work again once somebody resumes them", async () => {
  const { id } = await givenEndpoint(ctx, receiver);
  receiver.answer = () => ({ status: 500 });
  const failFor = async (days: number) => {
    for (let day = 0; day < days; day += 1) {
      await convert(ctx, (await givenCall(ctx)).id);
      await dispatch(ctx, id);
      ctx.clock.advance({ days: 1 });
    }
  };
  await failFor(3);
  receiver.answer = () => ({ status: 200 });
  await dispatch(ctx, id);
  expect(await getWebhookEndpoint(ctx, id)).toMatchObject({ state: "active", failing_since: null });

  receiver.answer = () => ({ status: 500 });
  await failFor(5);
  expect((await getWebhookEndpoint(ctx, id)).state).toBe("active");
  await dispatch(ctx, id);
  expect((await getWebhookEndpoint(ctx, id)).state).toBe("disabled");
  expect(await auditOf(ctx, "outgoing_webhook.disabled")).toEqual(["system"]);
  receiver.received.splice(0);
  await convert(ctx, (await givenCall(ctx)).id);
  expect([await dispatch(ctx, id), receiver.received]).toEqual([0, []]);

  receiver.answer = () => ({ status: 200 });
  await updateWebhookEndpoint(ctx, id, { state: "active" });
  ctx.clock.advance({ hours: 5 });
  expect(await dispatch(ctx, id)).toBeGreaterThan(0);
  expect(await getWebhookEndpoint(ctx, id)).toMatchObject({ state: "active", failing_since: null });
});

async function auditOf({ company }: GivenContext, action: string): Promise<string[]> {
  const rows = await inCompany(company.id, (tx) =>
    tx.auditEntry.findMany({ where: { companyId: company.id, action }, select: { actorType: true } }),
  );
  return rows.map(({ actorType }) => actorType);
}
