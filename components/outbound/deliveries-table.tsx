import clsx from "clsx";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { WebhookDelivery } from "@/lib/outbound/contract/delivery";
import { DeliveryState } from "./delivery-state";
import { eventText } from "./event-choices";

type DeliveriesTableProps = { endpointId: number; deliveries: readonly WebhookDelivery[]; timeZone: string };

export function DeliveriesTable({ endpointId, deliveries, timeZone }: DeliveriesTableProps) {
  return (
    <Table caption="Deliveries, newest first">
      <thead>
        <tr>
          <HeaderCell>Event</HeaderCell>
          <HeaderCell>Happened</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell align="end" className={WIDE}>
            Attempts
          </HeaderCell>
          <HeaderCell className={WIDE}>Last answer</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <Row key={delivery.id}>
            <Cell>
              <TextLink href={`/settings/webhooks/${endpointId}/deliveries/${delivery.id}`} prefetch={false}>
                {eventText(delivery.event)}
              </TextLink>
              <span className={clsx("text-ink-muted", FOLDED)}>{answerOf(delivery)}</span>
            </Cell>
            <Cell className="whitespace-nowrap text-ink-muted">
              <RelativeTime at={delivery.occurred_at} timeZone={timeZone} />
            </Cell>
            <Cell>
              <DeliveryState delivery={delivery} />
            </Cell>
            <Cell align="end" className={WIDE}>
              {delivery.attempts}
            </Cell>
            <Cell className={clsx("min-w-48 text-ink-muted", WIDE)}>{answerOf(delivery)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function answerOf({ last_problem, last_status }: WebhookDelivery): string {
  return last_problem ?? (last_status === null ? "" : `Answered ${last_status}.`);
}
