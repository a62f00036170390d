"use client";

import { toast } from "sonner";
import { Button, type ButtonProps } from "@/components/ui/button";
import { useRunRollup } from "@/lib/ledger/client";
import { refusalText } from "@/lib/platform/client/refusal-text";

type RunRollupProps = {
  callId: number;
  size?: ButtonProps["size"];
  variant?: ButtonProps["variant"];
  onPosted?: () => void;
};

export function RunRollup({ callId, size = "sm", variant, onPosted }: RunRollupProps) {
  const rollup = useRunRollup(callId);

  function run() {
    rollup.mutate(undefined, {
      onSuccess: ({ entries }) => {
        toast.success(`Rollup complete: ${entries} ${entries === 1 ? "entry" : "entries"} posted`);
        onPosted?.();
      },
      onError: (error) => toast.error("The rollup didn’t run", { description: refusalText(error) }),
    });
  }

  return (
    <Button size={size} variant={variant} busy={rollup.isPending} onClick={run}>
      Run rollup now
    </Button>
  );
}
