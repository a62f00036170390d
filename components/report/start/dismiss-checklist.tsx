"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useUpdateCompany } from "@/lib/access/client/company";
import { refusalText } from "@/lib/platform/client/refusal-text";

export function DismissChecklist() {
  const router = useRouter();
  const update = useUpdateCompany();

  function dismiss() {
    update.mutate(
      { checklist_dismissed: true },
      {
        onSuccess: () => {
          toast.success("Checklist dismissed", { description: "Bring it back in Settings → Company." });
          router.push("/calls");
        },
        onError: (error) => toast.error("Couldn’t dismiss the checklist", { description: refusalText(error) }),
      },
    );
  }

  return (
    <Button busy={update.isPending} onClick={dismiss}>
      Dismiss checklist
    </Button>
  );
}
