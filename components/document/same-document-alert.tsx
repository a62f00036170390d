import { kindText } from "@/components/ledger/kind-text";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { shortDayText } from "@/components/ui/day-text";
import { Money } from "@/components/ui/money";
import type { Document } from "@/lib/document/contract";

type SameDocumentAlertProps = { document: Document; busy: boolean; onRecordAnyway: () => void };

export function SameDocumentAlert({ document, busy, onRecordAnyway }: SameDocumentAlertProps) {
  const { number, kind, amount, currency, dated, reference, by } = document;
  return (
    <Alert
      tone="caution"
      title={`This looks like a duplicate ${kindText(kind)}. Nothing was saved.`}
      actions={
        <Button size="sm" busy={busy} onClick={onRecordAnyway}>
          Record anyway
        </Button>
      }
    >
      Document {number}: <Money amount={amount} currency={currency} /> on {shortDayText(dated)},{" "}
      {reference ?? "without a reference"}
      {by.name && `, recorded by ${by.name}`}.
    </Alert>
  );
}
