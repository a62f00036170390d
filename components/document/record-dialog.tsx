"use client";

import { useId, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { Segmented } from "@/components/ui/segmented";
import { TextInput } from "@/components/ui/text-input";
import { type DocumentOwner, useRecordDocument } from "@/lib/document/client";
import { type Document, SameDocumentMembers, type Standing } from "@/lib/document/contract";
import { directionOf, isSettling, type RecordedKind, takesDirection } from "@/lib/document/domain/document-kind";
import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";
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
  const formId = useId();
  const [requestId] = useState(() => crypto.randomUUID());
  const [splits, setSplits] = useState(true);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [same, setSame] = useState<Document | null>(null);
  const lowers = directionOf(kind, owner.type) === "decrease";
  // A document that raises the balance can only settle statements with an open credit.
  const statements = standing.open_statements.filter(({ open }) => lowers || open.startsWith("-"));
  const split = (typed: string) => suggestedParts(typed, lowers, statements, decimals);
  const form = useForm<RecordForm>({
    defaultValues: {
      amount,
      dated: today,
      direction: "increase",
      against: "adjustments",
      reference: "",
      reason: "",
      parts: split(amount),
    },
  });
  const { errors } = form.formState;
  const words = documentWords(owner.type, kind);
  const close = () => !record.isPending && onClose();

  const submit = (allowsDuplicate: boolean) =>
    form.handleSubmit(async (values) => {
      setRefusal(null);
      try {
        const input = documentInput(kind, values, requestId, decimals);
        const { document } = await record.mutateAsync({ ...input, ...(allowsDuplicate && { allow_duplicate: true }) });
        onRecorded(document);
      } catch (error) {
        const standing =
          error instanceof ApiError ? SameDocumentMembers.safeParse(error.problem).data?.document : undefined;
        setSame(standing ?? null);
        setRefusal(standing ? null : placeErrors(error, values));
      }
    })();

  function placeErrors(error: unknown, { parts }: RecordForm): string | null {
    const refused = error instanceof ApiError ? Object.entries(error.problem.errors ?? {}) : [];
    if (refused.length === 0) return refusalText(error);
    const loose: string[] = [];
    for (const [parameter, message] of refused) {
      const field = fieldOf(parameter, parts, decimals);
      if (field) form.setError(field, { type: "server", message }, { shouldFocus: true });
      else loose.push(message);
    }
    return loose.length > 0 ? loose.join(" ") : null;
  }

  return (
    <Dialog
      open
      title={words.title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={record.isPending}>
            {words.submit}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onChange={() => setSame(null)}
        onSubmit={(event) => {
          event.preventDefault();
          if (!record.isPending) void submit(false);
        }}
        className="space-y-3 pt-2 text-ink"
      >
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
                required: "Enter an amount.",
                onChange: ({ target }) => splits && form.setValue("parts", split(target.value)),
              })}
            />
          </Field>
          <Field label="Date" error={errors.dated?.message} required>
            <TextInput type="date" max={today} {...form.register("dated", { required: "Choose a date." })} />
          </Field>
        </div>
        <Field label="Reference" error={errors.reference?.message} hint="For example, the bank’s transaction number.">
          <TextInput autoComplete="off" maxLength={200} {...form.register("reference")} />
        </Field>
        <Field label="Reason" error={errors.reason?.message} required={kind === "adjustment" || kind === "write_off"}>
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
        {same && <SameDocumentAlert document={same} busy={record.isPending} onRecordAnyway={() => void submit(true)} />}
        {refusal && (
          <Alert tone="negative" title="Nothing was saved">
            {refusal}
          </Alert>
        )}
      </form>
    </Dialog>
  );
}
