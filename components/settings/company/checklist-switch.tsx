"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { useUpdateCompany } from "@/lib/access/client/company";
import { refusalText } from "@/lib/platform/client/refusal-text";

/** Brings the checklist of the first steps back as the home page. */
export function ChecklistSwitch({ isDismissed }: { isDismissed: boolean }) {
  const router = useRouter();
  const update = useUpdateCompany();
  if (!isDismissed) {
    return (
      <p className="text-13 text-ink-muted">
        The <TextLink href="/start">first steps</TextLink> are the home page until all of them are done.
      </p>
    );
  }

  function show() {
    update.mutate(
      { checklist_dismissed: false },
      {
        onSuccess: () => router.push("/start"),
        onError: (error) => toast.error("Couldn’t show the checklist", { description: refusalText(error) }),
      },
    );
  }

  return (
    <Button busy={update.isPending} onClick={show}>
      Show the checklist
    </Button>
  );
}
