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
          toast.success(required ? "A second factor is required" : "A second factor is optional");
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
          ? "Every member needs an authenticator app or a passkey. Members without one can only open their security page."
          : "Members can use an authenticator app or a passkey. You can require one of every member."}
      </p>
      <Button busy={update.isPending} onClick={() => (isRequired ? set(false) : setIsAsking(true))}>
        {isRequired ? "Make it optional" : "Require a second factor"}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title="Require a second factor?"
        confirmLabel="Require it"
        busy={update.isPending}
        onConfirm={() => set(true)}
        onCancel={() => setIsAsking(false)}
      >
        <p>
          Members without one can only open their security page until they add one. That includes you. API keys and
          secure tokens keep working.
        </p>
      </ConfirmDialog>
    </Section>
  );
}
