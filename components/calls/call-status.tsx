import { Badge } from "@/components/ui/badge";
import { isRunning } from "@/lib/api-client/calls";
import type { Call } from "@/lib/contracts/calls";

export function CallStatus({ call }: { call: Call }) {
  return isRunning(call) ? <Badge tone="pending">running</Badge> : <span className="text-ink-muted">finished</span>;
}
