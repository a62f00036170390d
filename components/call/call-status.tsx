import { Badge } from "@/components/ui/badge";
import { isRunning } from "@/lib/call/client/call";
import type { Call } from "@/lib/call/contract/call";

export function CallStatus({ call }: { call: Call }) {
  return isRunning(call) ? <Badge tone="pending">running</Badge> : <span className="text-ink-muted">finished</span>;
}
