import clsx from "clsx";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { WebhookEndpoint } from "@/lib/outbound/contract/endpoint";
import { EndpointState } from "./endpoint-state";
import { ownerOf } from "./owner-of";

export function EndpointsTable({ endpoints }: { endpoints: readonly WebhookEndpoint[] }) {
  return (
    <Table caption="Webhooks, by name">
      <thead>
        <tr>
          <HeaderCell>Name</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell className={WIDE}>Belongs to</HeaderCell>
          <HeaderCell className={WIDE}>URL</HeaderCell>
          <HeaderCell align="end">Events</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {endpoints.map((endpoint) => (
          <Row key={endpoint.id}>
            <Cell className="font-medium sm:min-w-40">
              <TextLink href={`/settings/webhooks/${endpoint.id}`} prefetch={false}>
                {endpoint.name}
              </TextLink>
              <span className={clsx("font-normal text-ink-muted", FOLDED)}>{ownerOf(endpoint)}</span>
            </Cell>
            <Cell>
              <EndpointState endpoint={endpoint} />
            </Cell>
            <Cell className={WIDE}>{ownerOf(endpoint)}</Cell>
            <Cell className={clsx("break-all font-mono text-12 text-ink-muted", WIDE)}>{endpoint.url}</Cell>
            <Cell align="end">{endpoint.events.length}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
