"use client";

import { Status } from "@/components/ui/status";
import { useNow } from "@/components/ui/use-now";
import type { Integration } from "@/lib/inbound/contract/integration";
import { silentFor } from "./silent-for";

const STEP_MS = 60_000;

export function IntegrationState({ integration }: { integration: Pick<Integration, "paused_at" | "last_event"> }) {
  const now = useNow(STEP_MS);
  const { paused_at, last_event } = integration;
  if (paused_at) return <Status tone="neutral">paused</Status>;
  if (!last_event) return <Status tone="pending">no events yet</Status>;
  if (last_event.outcome === "refused") return <Status tone="negative">last event rejected</Status>;
  const silent = silentFor(last_event.received_at, now);
  return silent ? <Status tone="caution">no events for {silent}</Status> : <Status tone="positive">receiving</Status>;
}
