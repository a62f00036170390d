"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type Month, monthsLater, monthText } from "@/lib/base/month";
import { useClosePeriod } from "@/lib/period/client";
import type { PeriodWarning } from "@/lib/period/contract";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { warningCount, warningWords } from "./warning-words";

type ClosePeriodProps = { month: Month; waiting: number; warnings: readonly PeriodWarning[] };

/** The dialog acknowledges the warnings that it lists. If there are more by then, the server rejects the request. */
export function ClosePeriod({ month, waiting, warnings }: ClosePeriodProps) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [refreshing, refresh] = useTransition();
  const closing = useClosePeriod(month);
  const name = monthText(month);

  function close() {
    const acknowledge = Object.fromEntries(warnings.map(({ warning, count }) => [warning, String(count)]));
    closing.mutate(
      { acknowledge },
      {
        onSuccess: () => toast.success(`${name} is closed`),
        onError: (error) => toast.error(`Couldn’t close ${name}`, { description: refusalText(error) }),
        onSettled: () => {
          setAsking(false);
          refresh(() => router.refresh());
        },
      },
    );
  }

  return (
    <>
      <Button variant="primary" busy={refreshing} onClick={() => setAsking(true)}>
        Close {name}
      </Button>
      <ConfirmDialog
        open={asking}
        title={`Close ${name}?`}
        confirmLabel={`Close ${name}`}
        busy={closing.isPending}
        onConfirm={close}
        onCancel={() => setAsking(false)}
      >
        <p>
          <strong className="font-medium text-ink">This can’t be undone.</strong> Entries of {name} and earlier months
          can no longer change.
        </p>
        {waiting > 0 && <p>{changesText(waiting)} billed first.</p>}
        <p>
          Later conversions and reversals of {name} become corrections in {monthText(monthsLater(month, 1))}.
        </p>
        {warnings.length > 0 && (
          <>
            <p>By closing, you acknowledge these warnings:</p>
            <ul className="list-disc space-y-0.5 pl-5 text-ink">
              {warnings.map(({ warning, count }) => (
                <li key={warning}>
                  {warningWords(warning).title}: {warningCount(warning, count)}
                </li>
              ))}
            </ul>
          </>
        )}
      </ConfirmDialog>
    </>
  );
}

function changesText(waiting: number): string {
  return waiting === 1 ? "1 pending change is" : `${waiting.toLocaleString("en-US")} pending changes are`;
}
