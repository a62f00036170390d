"use client";

import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { kindText } from "@/components/ledger/kind-text";
import { Money } from "@/components/ui/money";
import { type DocumentOwner, useAllocateDocument } from "@/lib/document/client";
import { AllocationUpdate, type Document, type Standing } from "@/lib/document/contract";
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
  const statements = settleableStatements(document, standing, decimals);
  const { form, ...submission } = useServerForm({
    contract: AllocationUpdate,
    requestOf: ({ parts }: RecordForm) => ({
      allocations: sentParts(parts, decimals),
      version: String(document.allocations_version),
    }),
    fieldOf: (parameter, values) => fieldOf(parameter, values, decimals),
    defaultValues: {
      amount: document.amount,
      dated: document.dated,
      direction: document.direction,
      against: "adjustments",
      reference: "",
      reason: "",
      allow_duplicate: false,
      parts: statements.map(({ number }) => ({
        statement: number,
        amount: document.allocations.find(({ statement }) => statement === number)?.amount ?? "",
      })),
    },
    send: allocate.mutateAsync,
    onSaved,
  });

  return (
    <DialogForm
      title={`Allocate ${kindText(document.kind)} ${document.number}`}
      form={submission}
      submitLabel="Save allocation"
      onClose={onClose}
    >
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
      />
    </DialogForm>
  );
}
