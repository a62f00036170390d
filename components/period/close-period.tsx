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

/** Asks whether somebody means it: what it does cannot be undone. What the dialog lists counts as looked at: if more came up since, nothing is closed. */
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
        onError: (error) => toast.error(`${name} was not closed`, { description: refusalText(error) }),
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
          <strong className="font-medium text-ink">This cannot be undone.</strong> {name} and everything before it stays
          as it is for ever.
        </p>
        {waiting > 0 && <p>{changesText(waiting)} billed first.</p>}
        <p>
          Conversions of {name} that are made or taken back later become corrections in{" "}
          {monthText(monthsLater(month, 1))}.
        </p>
        {warnings.length > 0 && (
          <>
            <p>You have looked at:</p>
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
  return waiting === 1 ? "1 change that waits is" : `${waiting.toLocaleString("en-US")} changes that wait are`;
}
