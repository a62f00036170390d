"use client";

import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import { kindText } from "@/components/ledger/kind-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { TextInput } from "@/components/ui/text-input";
import { type DocumentOwner, useReverseDocument } from "@/lib/document/client";
import type { Document } from "@/lib/document/contract";
import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";

type ReverseDialogProps = {
  owner: DocumentOwner;
  document: Document;
  today: string;
  onClose: () => void;
  onReversed: () => void;
};

type ReverseForm = { reason: string; dated: string };

export function ReverseDialog({ owner, document, today, onClose, onReversed }: ReverseDialogProps) {
  const reverse = useReverseDocument(owner, document.number);
  const formId = useId();
  const [requestId] = useState(() => crypto.randomUUID());
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm<ReverseForm>({ defaultValues: { reason: "", dated: today } });
  const { errors } = form.formState;
  const close = () => !reverse.isPending && onClose();

  const submit = form.handleSubmit(async ({ reason, dated }) => {
    setRefusal(null);
    try {
      await reverse.mutateAsync({ reason: reason.trim(), dated, request_id: requestId });
      onReversed();
    } catch (error) {
      const refused = (error instanceof ApiError && error.problem.errors) || {};
      for (const field of ["dated", "reason"] as const) {
        if (refused[field]) form.setError(field, { type: "server", message: refused[field] }, { shouldFocus: true });
      }
      if (!refused.reason && !refused.dated) setRefusal(refusalText(error));
    }
  });

  return (
    <Dialog
      open
      alert
      title={`Reverse ${kindText(document.kind)} ${document.number}?`}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="danger" busy={reverse.isPending}>
            Reverse
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => (reverse.isPending ? event.preventDefault() : void submit(event))}
        className="space-y-3 pt-2 text-ink"
      >
        <p>
          This posts the reverse of <Money amount={document.amount} currency={document.currency} /> . Both stay in the
          ledger.
          {document.allocations.length > 0 && " The statements it was applied to become open again."}
        </p>
        <Field label="Reason" error={errors.reason?.message} required>
          <TextInput
            autoFocus
            autoComplete="off"
            maxLength={2000}
            {...form.register("reason", { required: "Enter a reason." })}
          />
        </Field>
        <Field label="Date" error={errors.dated?.message} required>
          <TextInput
            type="date"
            min={document.dated}
            max={today}
            {...form.register("dated", { required: "Choose a date." })}
          />
        </Field>
        {refusal && (
          <Alert tone="negative" title="Nothing was saved">
            {refusal}
          </Alert>
        )}
      </form>
    </Dialog>
  );
}
