"use client";

import { useState } from "react";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { kindText } from "@/components/ledger/kind-text";
import { Field } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { TextInput } from "@/components/ui/text-input";
import { type DocumentOwner, useReverseDocument } from "@/lib/document/client";
import { type Document, DocumentReversal } from "@/lib/document/contract";

type ReverseDialogProps = {
  owner: DocumentOwner;
  document: Document;
  today: string;
  onClose: () => void;
  onReversed: () => void;
};

export function ReverseDialog({ owner, document, today, onClose, onReversed }: ReverseDialogProps) {
  const reverse = useReverseDocument(owner, document.number);
  const [requestId] = useState(() => crypto.randomUUID());
  const { form, ...submission } = useServerForm({
    contract: DocumentReversal,
    requestOf: ({ reason, dated }) => ({ reason: reason.trim(), dated, request_id: requestId }),
    defaultValues: { reason: "", dated: today },
    send: reverse.mutateAsync,
    onSaved: onReversed,
  });
  const { errors } = form.formState;

  return (
    <DialogForm
      danger
      title={`Reverse ${kindText(document.kind)} ${document.number}?`}
      form={submission}
      submitLabel="Reverse"
      onClose={onClose}
    >
      <p>
        This posts the reverse of <Money amount={document.amount} currency={document.currency} />. Both stay in the
        ledger.
        {document.allocations.length > 0 && " The statements it was applied to become open again."}
      </p>
      <Field label="Reason" error={errors.reason?.message} required>
        <TextInput autoFocus autoComplete="off" maxLength={2000} {...form.register("reason")} />
      </Field>
      <Field label="Date" error={errors.dated?.message} required>
        <TextInput type="date" min={document.dated} max={today} {...form.register("dated")} />
      </Field>
    </DialogForm>
  );
}
