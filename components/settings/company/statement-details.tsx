"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { FormRefusal } from "@/components/form/form-refusal";
import { useServerForm } from "@/components/form/use-server-form";
import { DetailsFields } from "@/components/statement/details-fields";
import { detailsForm, detailsOfForm, fieldOf } from "@/components/statement/details-form";
import { Button } from "@/components/ui/button";
import { useSaveBillingDetails } from "@/lib/billing-profile/client";
import { BillingDetails } from "@/lib/billing-profile/contract";

export function StatementDetails({ details, mayEdit }: { details: BillingDetails; mayEdit: boolean }) {
  const router = useRouter();
  const save = useSaveBillingDetails();
  const { form, id, submit, busy, refusal } = useServerForm({
    contract: BillingDetails,
    requestOf: detailsOfForm,
    fieldOf,
    defaultValues: detailsForm(details),
    disabled: !mayEdit,
    send: save.mutateAsync,
    onSaved: () => {
      toast.success("Details saved");
      router.refresh();
    },
  });
  return (
    <form id={id} noValidate onSubmit={submit} className="space-y-4">
      <p className="text-13 text-ink-muted">Issued statements keep their details.</p>
      <DetailsFields form={form} />
      <FormRefusal refusal={refusal} />
      {mayEdit && (
        <Button type="submit" busy={busy}>
          Save details
        </Button>
      )}
    </form>
  );
}
