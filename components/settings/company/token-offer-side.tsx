"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { Checkbox } from "@/components/ui/checkbox";
import { useUpdateCompany } from "@/lib/access/client/company";
import { refusalText } from "@/lib/platform/client/refusal-text";

/** What secure tokens without a buyer may do on the offer side. */
export function TokenOfferSide({ isAllowed, mayEdit }: { isAllowed: boolean; mayEdit: boolean }) {
  const router = useRouter();
  const update = useUpdateCompany();

  function save(allowed: boolean) {
    update.mutate(
      { token_offer_side: allowed },
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
      label="Secure tokens can update TS Converted?"
      hint="Applies to tokens without a buyer. A buyer’s own token never can."
      checked={update.isPending ? update.variables.token_offer_side === true : isAllowed}
      disabled={!mayEdit || update.isPending}
      onChange={({ target }) => save(target.checked)}
    />
  );
}
