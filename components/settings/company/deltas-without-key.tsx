"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { Checkbox } from "@/components/ui/checkbox";
import { useUpdateCompany } from "@/lib/access/client/company";
import { refusalText } from "@/lib/platform/client/refusal-text";

/** Whether API clients may add to amounts without an Idempotency-Key. */
export function DeltasWithoutKey({ isAllowed, mayEdit }: { isAllowed: boolean; mayEdit: boolean }) {
  const router = useRouter();
  const update = useUpdateCompany();

  function save(allowed: boolean) {
    update.mutate(
      { deltas_without_key: allowed },
      {
        onSuccess: () => {
          toast.success("Company saved");
          router.refresh();
        },
        onError: (error) => toast.error("Nothing was saved", { description: refusalText(error) }),
      },
    );
  }

  return (
    <Checkbox
      label="API clients may add to amounts without an Idempotency-Key"
      hint="A retry without a key adds add_revenue and add_payout twice. Allow it only for clients that can’t send the header."
      checked={update.isPending ? update.variables.deltas_without_key === true : isAllowed}
      disabled={!mayEdit || update.isPending}
      onChange={({ target }) => save(target.checked)}
    />
  );
}
