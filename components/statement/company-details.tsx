"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useSaveBillingDetails } from "@/lib/billing-profile/client";
import type { BillingDetails } from "@/lib/billing-profile/contract";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { DetailsFields } from "./details-fields";
import { type DetailsForm, detailsForm, detailsOfForm, placeErrors } from "./details-form";

export function CompanyDetails({ details }: { details: BillingDetails }) {
  const router = useRouter();
  const save = useSaveBillingDetails();
  const formId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm<DetailsForm>({ defaultValues: detailsForm(details) });
  const close = () => !save.isPending && setIsOpen(false);

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    try {
      const saved = await save.mutateAsync(detailsOfForm(values));
      form.reset(detailsForm(saved.details));
      setIsOpen(false);
      router.refresh();
    } catch (error) {
      if (!placeErrors(form, error)) setRefusal(refusalText(error));
    }
  });

  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Company details</Button>
      <Dialog
        open={isOpen}
        title="Company details on statements"
        onClose={close}
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary" busy={save.isPending}>
              Save changes
            </Button>
          </>
        }
      >
        <form id={formId} noValidate onSubmit={submit} className="space-y-3 pt-2 text-ink">
          <p className="text-ink-muted">Issued statements keep their details.</p>
          <DetailsFields form={form} />
          {refusal && (
            <Alert tone="negative" title="Nothing was saved">
              {refusal}
            </Alert>
          )}
        </form>
      </Dialog>
    </>
  );
}
