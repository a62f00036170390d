"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { useSaveBillingDetails } from "@/lib/billing-profile/client";
import { BillingDetails } from "@/lib/billing-profile/contract";
import { DetailsFields } from "./details-fields";
import { detailsForm, detailsOfForm, fieldOf } from "./details-form";

type CompanyDetailsProps = { details: BillingDetails };

export function CompanyDetails({ details }: CompanyDetailsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Company details</Button>
      {isOpen && <DetailsDialog details={details} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function DetailsDialog({ details, onClose }: CompanyDetailsProps & { onClose: () => void }) {
  const router = useRouter();
  const save = useSaveBillingDetails();
  const { form, ...submission } = useServerForm({
    contract: BillingDetails,
    requestOf: detailsOfForm,
    fieldOf,
    defaultValues: detailsForm(details),
    send: save.mutateAsync,
    onSaved: () => {
      onClose();
      router.refresh();
    },
  });
  return (
    <DialogForm title="Company details on statements" form={submission} submitLabel="Save changes" onClose={onClose}>
      <p className="text-ink-muted">Issued statements keep their details.</p>
      <DetailsFields form={form} />
    </DialogForm>
  );
}
