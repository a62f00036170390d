"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Section } from "@/components/ui/section";
import { useUpdateCompany } from "@/lib/access/client/company";
import { refusalText } from "@/lib/platform/client/refusal-text";

export function SecondFactorSwitch({ isRequired }: { isRequired: boolean }) {
  const router = useRouter();
  const update = useUpdateCompany();
  const [isAsking, setIsAsking] = useState(false);

  function set(required: boolean) {
    update.mutate(
      { second_factor_required: required },
      {
        onSuccess: () => {
          toast.success(required ? "Every member needs a second factor now" : "A second factor is up to each member");
          router.refresh();
        },
        onError: (error) => toast.error("Nothing was changed", { description: refusalText(error) }),
        onSettled: () => setIsAsking(false),
      },
    );
  }

  return (
    <Section title="Second factor" className="mt-8">
      <p className="mb-2 max-w-prose text-13 text-ink-muted">
        {isRequired
          ? "Every member needs an authenticator app or a passkey. Who has none can only add one."
          : "Members may use an authenticator app or a passkey. You can ask it of everybody."}
      </p>
      <Button busy={update.isPending} onClick={() => (isRequired ? set(false) : setIsAsking(true))}>
        {isRequired ? "Leave it to each member" : "Ask everybody for a second factor"}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title="Ask everybody for a second factor?"
        confirmLabel="Ask everybody"
        busy={update.isPending}
        onConfirm={() => set(true)}
        onCancel={() => setIsAsking(false)}
      >
        <p>
          Members without one, you too, see only their security page until they have added one. Keys are not affected.
        </p>
      </ConfirmDialog>
    </Section>
  );
}
