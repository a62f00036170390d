"use client";

import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useRunRollup } from "@/lib/ledger/client";
import { refusalText } from "@/lib/platform/client/refusal-text";

export function RunRollup({ callId }: { callId: number }) {
  const rollup = useRunRollup(callId);

  function run() {
    rollup.mutate(undefined, {
      onSuccess: ({ entries }) =>
        toast.success(`Rollup complete: ${entries} ${entries === 1 ? "entry" : "entries"} posted`),
      onError: (error) => toast.error("The rollup didn’t run", { description: refusalText(error) }),
    });
  }

  return (
    <Button size="sm" busy={rollup.isPending} onClick={run}>
      Run rollup now
    </Button>
  );
}
