"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { Checkbox } from "@/components/ui/checkbox";
import { useUpdateCompany } from "@/lib/access/client/company";
import { refusalText } from "@/lib/platform/client/refusal-text";

type CompanySwitchProps = {
  setting: "token_offer_side" | "deltas_without_key";
  isOn: boolean;
  mayEdit: boolean;
  label: string;
  hint: string;
};

/** A setting of the company that is saved as soon as it is checked. */
export function CompanySwitch({ setting, isOn, mayEdit, label, hint }: CompanySwitchProps) {
  const router = useRouter();
  const update = useUpdateCompany();

  function save(wanted: boolean) {
    update.mutate(
      { [setting]: wanted },
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
      label={label}
      hint={hint}
      checked={update.isPending ? update.variables[setting] === true : isOn}
      disabled={!mayEdit || update.isPending}
      onChange={({ target }) => save(target.checked)}
    />
  );
}
