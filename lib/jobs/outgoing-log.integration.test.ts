import { afterEach, beforeEach, expect, test } from "vitest";
import { Invalid } from "@/lib/base/errors";
import { deleteOldDeliveriesOfAll } from "@/lib/outbound/delete-old-deliveries";
import { getDelivery, listDeliveries } from "@/lib/outbound/list-deliveries";
import { resendDelivery } from "@/lib/outbound/resend";
import { givenCall, givenCalls } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { convert, dispatch, givenEndpoint } from "@/lib/testing/outbound/given-endpoint";
import { WebhookReceiver } from "@/lib/testing/outbound/webhook-receiver";

let receiver: WebhookReceiver;
let ctx: GivenContext;
beforeEach(async () => {
  receiver = await new WebhookReceiver().start();
  ({ ctx } = await givenCompany());
});
afterEach(() => receiver.stop());

test("shows each attempt with its request and answer, and follows no redirect", async () => {
  const { id } = await givenEndpoint(ctx, receiver);
  const elsewhere = await new WebhookReceiver().start();
  receiver.answer = () => ({ status: 302, location: elsewhere.url, body: "x".repeat(9000) });
  await convert(ctx, (await givenCall(ctx)).id);
  await dispatch(ctx, id);
  receiver.answer = () => ({ status: 200, body: "thanks" });
  ctx.clock.advance({ minutes: 1 });
  await dispatch(ctx, id);
  expect(elsewhere.connections).toBe(0);
  await elsewhere.stop();
  const [listed] = (await listDeliveries(ctx, id, {})).deliveries;
  expect(listed).toMatchObject({ event: "buyer.converted", state: "delivered", attempts: 2, last_status: 200 });
  const full = await getDelivery(ctx, id, listed?.id ?? "");
  expect(full.tries).toMatchObject([
    { number: 2, status: 200, problem: null, answer: "thanks", url: receiver.url },
    { number: 1, status: 302, answer: "x".repeat(4096) },
  ]);
  expect(full.tries[1]?.problem).toContain("redirect");
  expect(full.tries[0]?.headers["webhook-id"]).toBe(listed?.id);
  expect(full.payload).toEqual(receiver.received[1]?.event);
  await resendDelivery(ctx, id, full.id);
  expect(await dispatch(ctx, id)).toBe(1);
  expect(receiver.received[2]?.text).toBe(receiver.received[1]?.text);
});

test("ends after 30 days in the log, while what waits stays", async () => {
  const { id } = await givenEndpoint(ctx, receiver);
  const call = await givenCall(ctx);
  await convert(ctx, call.id);
  await dispatch(ctx, id);
  await convert(ctx, call.id, { revenue: "11.00" });
  ctx.clock.advance({ days: 31 });
  await deleteOldDeliveriesOfAll(ctx.now);
  const { deliveries } = await listDeliveries(ctx, id, {});
  expect(deliveries).toMatchObject([{ event: "buyer.repriced", state: "waiting" }]);
});

test("comes in pages, newest first", async () => {
  const { id } = await givenEndpoint(ctx, receiver);
  const calls = await givenCalls(
    ctx,
    Array.from({ length: 5 }, () => ({})),
  );
  for (const call of calls) {
    ctx.clock.advance({ seconds: 1 });
    await convert(ctx, call.id);
  }
  const first = await listDeliveries(ctx, id, { per_page: 3 });
  const second = await listDeliveries(ctx, id, { per_page: 3, cursor: first.next_cursor ?? "" });
  const times = [...first.deliveries, ...second.deliveries].map(({ occurred_at }) => occurred_at);
  expect(times).toEqual(times.toSorted().reverse());
  expect([times.length, second.next_cursor]).toEqual([5, null]);
  await expect(listDeliveries(ctx, id, { cursor: "x" })).rejects.toThrow(Invalid);
});
