"use client";

import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { kindText } from "@/components/ledger/kind-text";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { type Access, may } from "@/lib/access/domain/access";
import { type DocumentOwner, documentsQuery } from "@/lib/document/client";
import type { Document } from "@/lib/document/contract";
import type { RecordedKind } from "@/lib/document/domain/document-kind";
import { AllocateDialog } from "./allocate-dialog";
import { documentWords } from "./document-words";
import { DocumentsTable, type RowAction } from "./documents-table";
import { PayableBar } from "./payable-bar";
import { RecordDialog } from "./record-dialog";
import { ReverseDialog } from "./reverse-dialog";
import { StandingFacts } from "./standing-facts";

type DocumentsScreenProps = {
  owner: DocumentOwner;
  access: Access;
  currency: string;
  decimals: number;
  /** `YYYY-MM-DD` in the company's time zone. */
  today: string;
};

type Open =
  | { readonly dialog: "record"; readonly kind: RecordedKind; readonly amount?: string }
  | { readonly dialog: RowAction; readonly document: Document };

export function DocumentsScreen({ owner, access, currency, decimals, today }: DocumentsScreenProps) {
  const query = useSuspenseInfiniteQuery(documentsQuery(owner));
  const router = useRouter();
  const [open, setOpen] = useState<Open | null>(null);
  const documents = query.data.pages.flatMap((page) => page.documents);
  const standing = query.data.pages[0]?.standing;
  const mayPay = may(access, "update", "billing");
  const mayAdjust = may(access, "update", "adjustments");
  const isCash = (kind: string) => kind === "payment" || kind === "refund";
  const mayWrite = (kind: string) => (isCash(kind) ? mayPay : mayAdjust);
  const kinds = (["payment", "refund", "adjustment", "write_off", "opening_balance"] as const).filter(mayWrite);

  function finish(message: string) {
    setOpen(null);
    toast.success(message);
    router.refresh();
  }

  function actionsOf({ kind, settles, reversal }: Document): RowAction[] {
    if (reversal || kind === "tax" || !mayWrite(kind)) return [];
    return settles ? ["allocate", "reverse"] : ["reverse"];
  }

  return (
    <>
      {owner.type === "traffic_source" && (
        <PayableBar
          trafficSourceId={owner.id}
          mayPay={mayPay}
          onPay={(amount) => setOpen({ dialog: "record", kind: "payment", amount })}
        />
      )}
      <Section
        title="Payments and other documents"
        aside={kinds.map((kind) => (
          <Button
            key={kind}
            variant={kind === "payment" && owner.type === "buyer" ? "primary" : "quiet"}
            onClick={() => setOpen({ dialog: "record", kind })}
          >
            {documentWords(owner.type, kind).button}
          </Button>
        ))}
      >
        {standing && <StandingFacts standing={standing} currency={currency} />}
        {documents.length === 0 ? (
          <EmptyState title="No payments yet">
            <p>
              {mayPay
                ? `Choose “${documentWords(owner.type, "payment").button}” to record the first one.`
                : "Ask someone with the permission “billing: update” to record payments."}
            </p>
          </EmptyState>
        ) : (
          <DocumentsTable
            documents={documents}
            actionsOf={actionsOf}
            onAction={(dialog, document) => setOpen({ dialog, document })}
          />
        )}
        {query.hasNextPage && (
          <Button className="mt-3" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Older documents
          </Button>
        )}
      </Section>
      {open?.dialog === "record" && standing && (
        <RecordDialog
          owner={owner}
          kind={open.kind}
          standing={standing}
          currency={currency}
          decimals={decimals}
          today={today}
          amount={open.amount}
          onClose={() => setOpen(null)}
          onRecorded={({ kind, number }) => finish(`Recorded ${kindText(kind)} ${number}`)}
        />
      )}
      {open?.dialog === "allocate" && standing && (
        <AllocateDialog
          owner={owner}
          document={open.document}
          standing={standing}
          decimals={decimals}
          onClose={() => setOpen(null)}
          onSaved={() => finish("Allocation saved")}
        />
      )}
      {open?.dialog === "reverse" && (
        <ReverseDialog
          owner={owner}
          document={open.document}
          today={today}
          onClose={() => setOpen(null)}
          onReversed={() => finish(`Reversed ${kindText(open.document.kind)} ${open.document.number}`)}
        />
      )}
    </>
  );
}
