import { Status } from "@/components/ui/status";
import type { WebhookEndpoint } from "@/lib/outbound/contract/endpoint";

export function EndpointState({ endpoint }: { endpoint: Pick<WebhookEndpoint, "state" | "failing_since"> }) {
  const { state, failing_since } = endpoint;
  if (state !== "active") return <Status tone="neutral">{state}</Status>;
  return failing_since ? <Status tone="negative">failing</Status> : <Status tone="positive">active</Status>;
}
