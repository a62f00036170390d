import { randomUUID } from "node:crypto";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { bodyFor, isWanted, type OutgoingEvent } from "../domain/outgoing-event";
import { giveUpAt } from "../domain/retry";
import { insertDeliveries, type NewDelivery } from "./insert-deliveries";
import type { Receivers } from "./receivers";

/**
 * Queues events for the endpoints that receive them, in the transaction of what happened. The subjects have to be
 * locked. Events of a subject are sent in the order of the list.
 */
export async function recordEvents(tx: SqlTx, { list }: Receivers, events: readonly OutgoingEvent[]): Promise<void> {
  const places = new Map<string, number>();
  const deliveries = events.flatMap((event): NewDelivery[] => {
    const { type, subject, occurredAt } = event;
    const shared = { subject, eventId: randomUUID(), event: type, occurredAt, giveUpAt: giveUpAt(occurredAt) };
    return list
      .filter((receiver) => isWanted(receiver, event))
      .map((receiver) => {
        const queue = `${receiver.id} ${subject}`;
        const place = (places.get(queue) ?? 0) + 1;
        places.set(queue, place);
        return { ...shared, endpointId: receiver.id, place, body: bodyFor(receiver, event) };
      });
  });
  await insertDeliveries(tx, deliveries);
}
