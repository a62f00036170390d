import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { inCompanySql, readInCompanySql } from "@/lib/platform/sql/in-company";
import type { FullDelivery } from "./contract/delivery";
import { deliver } from "./deliver";
import { LEASE_MS, openTarget } from "./dispatch-endpoint";
import { TEST_EVENT } from "./domain/event-type";
import { readDelivery } from "./list-deliveries";
import { claimDelivery, findTarget } from "./sql/claim-deliveries";
import { insertDeliveries } from "./sql/insert-deliveries";
import { settleDeliveries } from "./sql/settle-deliveries";

/** Sends a test event now, once, also to a paused endpoint, and returns what came of it. Throws `Forbidden` or `NotFound`. */
export async function testEndpoint(ctx: Context, endpointId: number): Promise<FullDelivery> {
  permit(ctx.actor, "update", "settings");
  const company = ctx.company.id;
  const now = ctx.now();
  const eventId = randomUUID();
  const { target, delivery } = await inCompanySql(company, async (tx) => {
    const target = await findTarget(tx, endpointId, now);
    if (!target) throw new NotFound();
    await insertDeliveries(tx, [testDelivery(endpointId, eventId, now)]);
    const leasedUntil = new Date(now.getTime() + LEASE_MS);
    const delivery = await claimDelivery(tx, { endpointId, eventId, now, leasedUntil });
    if (!delivery) throw new NotFound();
    return { target: openTarget(company, target), delivery };
  });
  const attempted = await deliver(target, delivery, ctx.now);
  const state = attempted.attempt.problem === null ? "delivered" : "given_up";
  await inCompanySql(company, (tx) => settleDeliveries(tx, endpointId, [{ ...attempted, state, nextAttemptAt: now }]));
  return readInCompanySql(company, (tx) => readDelivery(tx, endpointId, eventId));
}

/** A subject of its own, so that it waits for nothing. */
function testDelivery(endpointId: number, eventId: string, now: Date) {
  const body = JSON.stringify({ type: TEST_EVENT, timestamp: now.toISOString(), data: {} });
  const subject = `test ${eventId}`;
  return { endpointId, subject, place: 1, eventId, event: TEST_EVENT, occurredAt: now, body, giveUpAt: now };
}
