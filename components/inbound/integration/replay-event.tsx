"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useReplayEvent } from "@/lib/inbound/client/integration";
import { refusalText } from "@/lib/platform/client/refusal-text";

type ReplayEventProps = { integrationId: number; eventId: number };

export function ReplayEvent({ integrationId, eventId }: ReplayEventProps) {
  const [asking, setAsking] = useState(false);
  const replay = useReplayEvent(integrationId, eventId);
  const router = useRouter();

  function start() {
    replay.mutate(undefined, {
      onSuccess: ({ id }) => {
        toast.success("Event replayed. This is the result.");
        router.push(`/integrations/${integrationId}/events/${id}`);
      },
      onError: (error) => toast.error(refusalText(error)),
      onSettled: () => setAsking(false),
    });
  }

  return (
    <>
      <Button onClick={() => setAsking(true)}>Replay</Button>
      <ConfirmDialog
        open={asking}
        title="Replay this event?"
        confirmLabel="Replay"
        busy={replay.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={start}
      >
        <p>
          Callmark processes the payload again with the integration’s current settings, without checking its signature.
          It may create, update or convert calls.
        </p>
      </ConfirmDialog>
    </>
  );
}
