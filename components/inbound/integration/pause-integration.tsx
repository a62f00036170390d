"use client";

import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useUpdateIntegration } from "@/lib/inbound/client/integration";
import type { Integration } from "@/lib/inbound/contract/integration";
import { refusalText } from "@/lib/platform/client/refusal-text";

/** While paused, events are logged and not processed. */
export function PauseIntegration({ integration }: { integration: Integration }) {
  const update = useUpdateIntegration(integration.id);
  const paused = integration.paused_at !== null;
  function toggle() {
    update.mutate(
      { paused: String(!paused) },
      {
        onSuccess: () =>
          toast.success(paused ? "Integration resumed" : "Integration paused. Events are logged and can be replayed."),
        onError: (error) => toast.error(refusalText(error)),
      },
    );
  }
  return (
    <Button busy={update.isPending} onClick={toggle}>
      {paused ? "Resume" : "Pause"}
    </Button>
  );
}
