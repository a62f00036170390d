"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { useRotateApiKey } from "@/lib/access/client/credential";
import type { ApiKey } from "@/lib/access/contract/credential";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { keyCommand } from "./key-commands";

type RotateButtonProps = { apiKey: Pick<ApiKey, "id" | "name">; origin: string };

export function RotateButton({ apiKey: { id, name }, origin }: RotateButtonProps) {
  const router = useRouter();
  const rotate = useRotateApiKey(id);
  const [isAsking, setIsAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);

  function confirm() {
    rotate.mutate(undefined, {
      onSuccess: (rotated) => {
        setSecret(rotated.secret);
        router.refresh();
      },
      onError: (error) => toast.error("The secret wasn’t changed", { description: refusalText(error) }),
      onSettled: () => setIsAsking(false),
    });
  }

  return (
    <>
      <Button onClick={() => setIsAsking(true)} aria-label={`Rotate ${name}`}>
        Rotate
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={`New secret for “${name}”?`}
        confirmLabel="Create new secret"
        busy={rotate.isPending}
        onConfirm={confirm}
        onCancel={() => !rotate.isPending && setIsAsking(false)}
      >
        <p>The current secret works for another 24 hours, so nothing fails while you replace it.</p>
      </ConfirmDialog>
      {secret !== null && (
        <ShownOnceDialog
          title={`New secret for ${name}`}
          blocks={[
            { title: "Secret", code: secret },
            { title: "Try it", code: keyCommand(origin, secret) },
          ]}
          onClose={() => setSecret(null)}
        />
      )}
    </>
  );
}
