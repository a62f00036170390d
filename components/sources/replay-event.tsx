"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useReplayEvent } from "@/lib/inbound/client/integration";
import { refusalText } from "@/lib/platform/client/refusal-text";

type ReplayEventProps = { sourceId: number; eventId: number };

/** Takes in what is kept once more, and leads to what became of it. */
export function ReplayEvent({ sourceId, eventId }: ReplayEventProps) {
  const [asking, setAsking] = useState(false);
  const replay = useReplayEvent(sourceId, eventId);
  const router = useRouter();

  function start() {
    replay.mutate(undefined, {
      onSuccess: ({ id }) => {
        toast.success("Replayed. This is what became of it.");
        router.push(`/integrations/${sourceId}/events/${id}`);
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
          The payload is read again by the source’s present settings, and what it says replaces what it said before.
          Calls are made or brought up to date, and may convert. No signature is asked for: you vouch for it.
        </p>
      </ConfirmDialog>
    </>
  );
}
