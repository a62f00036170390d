"use client";

import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useUpdateIntegration } from "@/lib/inbound/client/integration";
import type { Integration } from "@/lib/inbound/contract/integration";
import { refusalText } from "@/lib/platform/client/refusal-text";

/** While paused, what arrives is kept in the log and not taken in. */
export function PauseSource({ source }: { source: Integration }) {
  const update = useUpdateIntegration(source.id);
  const paused = source.paused_at !== null;
  function toggle() {
    update.mutate(
      { paused: String(!paused) },
      {
        onSuccess: () => toast.success(paused ? "Resumed" : "Paused. What arrives now is kept and can be replayed."),
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
