"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { TermsOwner } from "@/lib/billing-profile/client";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { useIssueStatements } from "@/lib/statement/client";
import type { IssueAnswer } from "@/lib/statement/contract/statement";
import { countWords, previewWords } from "./preview-words";

type IssueDueProps = { currency: string; owner?: TermsOwner };

export function IssueDue({ currency, owner }: IssueDueProps) {
  const router = useRouter();
  const issue = useIssueStatements();
  const [foreseen, setForeseen] = useState<IssueAnswer | null>(null);
  const of =
    owner && (owner.type === "buyer" ? { buyer_id: String(owner.id) } : { traffic_source_id: String(owner.id) });
  const fail = (reason: unknown) => void toast.error(refusalText(reason));

  function look() {
    issue.mutate(
      { ...of, preview: true },
      { onSuccess: (answer) => (answer.count === 0 ? sayNothing(answer) : setForeseen(answer)), onError: fail },
    );
  }

  const sayNothing = (answer: IssueAnswer) =>
    void toast.info("No statements due", { description: previewWords(answer, currency)[0] });

  function confirm() {
    issue.mutate(
      { ...of },
      {
        onSuccess: ({ count }) => {
          toast.success(count === 0 ? "The statements were already issued." : `${countWords(count)} issued`);
          setForeseen(null);
          router.refresh();
        },
        onError: fail,
      },
    );
  }

  return (
    <>
      <Button variant="primary" busy={issue.isPending && !foreseen} onClick={look}>
        Issue due statements
      </Button>
      <ConfirmDialog
        open={foreseen !== null}
        title={`Issue ${countWords(foreseen?.count ?? 0)}?`}
        confirmLabel="Issue"
        busy={issue.isPending}
        onConfirm={confirm}
        onCancel={() => !issue.isPending && setForeseen(null)}
      >
        {foreseen && previewWords(foreseen, currency).map((sentence) => <p key={sentence}>{sentence}</p>)}
      </ConfirmDialog>
    </>
  );
}
