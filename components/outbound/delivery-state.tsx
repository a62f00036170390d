import { Status } from "@/components/ui/status";
import type { WebhookDelivery } from "@/lib/outbound/contract/delivery";

export function DeliveryState({ delivery }: { delivery: Pick<WebhookDelivery, "state" | "attempts"> }) {
  const { state, attempts } = delivery;
  if (state === "delivered") return <Status tone="positive">delivered</Status>;
  if (state === "given_up") return <Status tone="negative">given up</Status>;
  return attempts === 0 ? <Status tone="pending">waiting</Status> : <Status tone="caution">trying again</Status>;
}
