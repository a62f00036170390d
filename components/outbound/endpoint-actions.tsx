"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useDeleteEndpoint, useTestEndpoint, useUpdateEndpoint } from "@/lib/outbound/client";
import type { WebhookEndpoint } from "@/lib/outbound/contract/endpoint";
import { refusalText } from "@/lib/platform/client/refusal-text";

/** A success is one toast; a failure says what the receiver answered. */
export function TestButton({ id }: { id: number }) {
  const test = useTestEndpoint(id);
  const send = () =>
    test.mutate(undefined, {
      onSuccess: ({ last_problem, last_status }) =>
        last_problem === null
          ? toast.success(`Test sent: answered ${last_status}`)
          : toast.error("The test failed", { description: last_problem }),
      onError: (error) => toast.error(refusalText(error)),
    });
  return (
    <Button busy={test.isPending} onClick={send}>
      Send test
    </Button>
  );
}

/** While paused, events wait. */
export function PauseButton({ endpoint: { id, state } }: { endpoint: WebhookEndpoint }) {
  const update = useUpdateEndpoint(id);
  const isActive = state === "active";
  const toggle = () =>
    update.mutate(
      { state: isActive ? "paused" : "active" },
      {
        onSuccess: () =>
          toast.success(isActive ? "Webhook paused. Events wait until you resume it." : "Webhook resumed"),
        onError: (error) => toast.error(refusalText(error)),
      },
    );
  return (
    <Button busy={update.isPending} onClick={toggle}>
      {isActive ? "Pause" : "Resume"}
    </Button>
  );
}

export function DeleteButton({ endpoint: { id, name } }: { endpoint: WebhookEndpoint }) {
  const router = useRouter();
  const remove = useDeleteEndpoint(id);
  const [isAsking, setIsAsking] = useState(false);
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        toast.success(`“${name}” is deleted`);
        router.push("/settings/webhooks");
      },
      onError: (error) => toast.error("Nothing was deleted", { description: refusalText(error) }),
      onSettled: () => setIsAsking(false),
    });
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>Delete</Button>
      <ConfirmDialog
        open={isAsking}
        danger
        title={`Delete “${name}”?`}
        confirmLabel="Delete"
        busy={remove.isPending}
        onConfirm={confirm}
        onCancel={() => !remove.isPending && setIsAsking(false)}
      >
        <p>Events that still wait for it are not sent, and its deliveries are deleted. This can’t be undone.</p>
      </ConfirmDialog>
    </>
  );
}
