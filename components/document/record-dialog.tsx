"use client";

import { useState } from "react";
import { Controller } from "react-hook-form";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { Segmented } from "@/components/ui/segmented";
import { TextInput } from "@/components/ui/text-input";
import { type DocumentOwner, useRecordDocument } from "@/lib/document/client";
import { type Document, NewDocument, SameDocumentMembers, type Standing } from "@/lib/document/contract";
import { directionOf, isSettling, type RecordedKind, takesDirection } from "@/lib/document/domain/document-kind";
import { ApiError } from "@/lib/platform/client/api-error";
import { suggestedParts } from "./allocation-parts";
import { AllocationTable } from "./allocation-table";
import { AGAINST_CHOICES, directionWords, documentWords } from "./document-words";
import { documentInput, fieldOf, type RecordForm } from "./record-form";
import { SameDocumentAlert } from "./same-document-alert";

type RecordDialogProps = {
  owner: DocumentOwner;
  kind: RecordedKind;
  standing: Standing;
  currency: string;
  decimals: number;
  /** `YYYY-MM-DD` in the company's time zone. */
  today: string;
  /** Initial value of the amount. */
  amount?: string;
  onClose: () => void;
  onRecorded: (document: Document) => void;
};

/** Splits the typed amount over open statements until a part is edited. */
export function RecordDialog(props: RecordDialogProps) {
  const { owner, kind, standing, currency, decimals, today, amount = "", onClose, onRecorded } = props;
  const record = useRecordDocument(owner);
  const [requestId] = useState(() => crypto.randomUUID());
  const [splits, setSplits] = useState(true);
  const [same, setSame] = useState<Document | null>(null);
  const lowers = directionOf(kind, owner.type) === "decrease";
  // A document that raises the balance can only settle statements with an open credit.
  const statements = standing.open_statements.filter(({ open }) => lowers || open.startsWith("-"));
  const split = (typed: string) => suggestedParts(typed, lowers, statements, decimals);
  const { form, ...submission } = useServerForm({
    contract: NewDocument,
    requestOf: (values: RecordForm) => documentInput(kind, values, requestId, decimals),
    fieldOf: (parameter, values) => fieldOf(parameter, values, decimals),
    defaultValues: {
      amount,
      dated: today,
      direction: "increase",
      against: "adjustments",
      reference: "",
      reason: "",
      parts: split(amount),
      allow_duplicate: false,
    },
    send: record.mutateAsync,
    onSaved: ({ document }) => onRecorded(document),
    onRefused: (error) => {
      const found = error instanceof ApiError ? SameDocumentMembers.safeParse(error.problem).data?.document : undefined;
      setSame(found ?? null);
      return found !== undefined;
    },
  });
  const { errors } = form.formState;
  const words = documentWords(owner.type, kind);
  const needsReason = kind === "adjustment" || kind === "write_off";

  function onEdit() {
    form.setValue("allow_duplicate", false);
    setSame(null);
  }

  function recordAnyway() {
    form.setValue("allow_duplicate", true);
    void submission.submit();
  }

  return (
    <DialogForm title={words.title} form={submission} submitLabel={words.submit} onEdit={onEdit} onClose={onClose}>
      <p className="text-ink-muted">{words.about}</p>
      {takesDirection(kind) && (
        <Controller
          control={form.control}
          name="direction"
          render={({ field }) => (
            <Segmented
              legend="Effect on the balance"
              choices={directionWords(owner.type)}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
      )}
      {kind === "adjustment" && (
        <Controller
          control={form.control}
          name="against"
          render={({ field }) => (
            <Segmented legend="Corrects" choices={AGAINST_CHOICES} value={field.value} onChange={field.onChange} />
          )}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field label="Amount" error={errors.amount?.message} required>
          <MoneyInput
            currency={currency}
            {...form.register("amount", {
              onChange: ({ target }) => splits && form.setValue("parts", split(target.value)),
            })}
          />
        </Field>
        <Field label="Date" error={errors.dated?.message} required>
          <TextInput type="date" max={today} {...form.register("dated")} />
        </Field>
      </div>
      <Field
        label="Reference (optional)"
        error={errors.reference?.message}
        hint="For example, the bank’s transaction number."
      >
        <TextInput autoComplete="off" maxLength={200} {...form.register("reference")} />
      </Field>
      <Field label={needsReason ? "Reason" : "Reason (optional)"} error={errors.reason?.message} required={needsReason}>
        <TextInput autoComplete="off" maxLength={2000} {...form.register("reason")} />
      </Field>
      {isSettling(kind) && (
        <AllocationTable
          form={form}
          type={owner.type}
          lowersBalance={lowers}
          statements={statements}
          currency={currency}
          decimals={decimals}
          onEdit={() => setSplits(false)}
        />
      )}
      {same && <SameDocumentAlert document={same} busy={submission.busy} onRecordAnyway={recordAnyway} />}
    </DialogForm>
  );
}
