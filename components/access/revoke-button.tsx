"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type CredentialKind, useRevoke } from "@/lib/access/client/credential";
import { refusalText } from "@/lib/platform/client/refusal-text";

type RevokeButtonProps = { kind: CredentialKind; id: number; name: string };

export function RevokeButton({ kind, id, name }: RevokeButtonProps) {
  const router = useRouter();
  const revoke = useRevoke(kind, id);
  const [isAsking, setIsAsking] = useState(false);

  function confirm() {
    revoke.mutate(undefined, {
      onSuccess: () => {
        toast.success(`“${name}” is revoked`);
        router.refresh();
      },
      onError: (error) => toast.error("Nothing was revoked", { description: refusalText(error) }),
      onSettled: () => setIsAsking(false),
    });
  }

  return (
    <>
      <Button onClick={() => setIsAsking(true)} aria-label={`Revoke ${name}`}>
        Revoke
      </Button>
      <ConfirmDialog
        open={isAsking}
        danger
        title={`Revoke “${name}”?`}
        confirmLabel="Revoke"
        busy={revoke.isPending}
        onConfirm={confirm}
        onCancel={() => !revoke.isPending && setIsAsking(false)}
      >
        <p>The next request with it is rejected. This can’t be undone; create a new one to connect the system again.</p>
      </ConfirmDialog>
    </>
  );
}
