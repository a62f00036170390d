"use client";

import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import { kindText } from "@/components/ledger/kind-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Money } from "@/components/ui/money";
import { type DocumentOwner, useAllocateDocument } from "@/lib/document/client";
import type { Document, Standing } from "@/lib/document/contract";
import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { sentParts } from "./allocation-parts";
import { AllocationTable } from "./allocation-table";
import { fieldOf, type RecordForm } from "./record-form";
import { settleableStatements } from "./settleable-statements";

type AllocateDialogProps = {
  owner: DocumentOwner;
  document: Document;
  standing: Standing;
  decimals: number;
  onClose: () => void;
  onSaved: () => void;
};

export function AllocateDialog({ owner, document, standing, decimals, onClose, onSaved }: AllocateDialogProps) {
  const allocate = useAllocateDocument(owner, document.number);
  const formId = useId();
  const [refusal, setRefusal] = useState<string | null>(null);
  const statements = settleableStatements(document, standing, decimals);
  const form = useForm<RecordForm>({
    defaultValues: {
      amount: document.amount,
      dated: document.dated,
      direction: document.direction,
      reference: "",
      reason: "",
      parts: statements.map(({ number }) => ({
        statement: number,
        amount: document.allocations.find(({ statement }) => statement === number)?.amount ?? "",
      })),
    },
  });
  const close = () => !allocate.isPending && onClose();

  const submit = form.handleSubmit(async ({ parts }) => {
    setRefusal(null);
    try {
      const version = String(document.allocations_version);
      await allocate.mutateAsync({ allocations: sentParts(parts, decimals), version });
      onSaved();
    } catch (error) {
      const [refused] = error instanceof ApiError ? Object.entries(error.problem.errors ?? {}) : [];
      const field = refused && fieldOf(refused[0], parts, decimals);
      if (refused && field) form.setError(field, { type: "server", message: refused[1] }, { shouldFocus: true });
      else setRefusal(refused ? refused[1] : refusalText(error));
    }
  });

  return (
    <Dialog
      open
      title={`Allocate ${kindText(document.kind)} ${document.number}`}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={allocate.isPending}>
            Save allocation
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="space-y-3 pt-2 text-ink">
        <p>
          Amount: <Money amount={document.amount} currency={document.currency} className="font-medium" />
        </p>
        <AllocationTable
          form={form}
          type={owner.type}
          lowersBalance={document.direction === "decrease"}
          statements={statements}
          currency={document.currency}
          decimals={decimals}
          onEdit={() => setRefusal(null)}
        />
        {refusal && (
          <Alert tone="negative" title="Nothing was saved">
            {refusal}
          </Alert>
        )}
      </form>
    </Dialog>
  );
}
