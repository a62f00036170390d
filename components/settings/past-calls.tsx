"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Section } from "@/components/ui/section";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { useEvaluatePast } from "@/lib/simulation/client";
import { PastCallsPreview } from "./past-calls-preview";
import { useSettingsContext } from "./settings-context";

/** Saved settings judge new calls alone; here somebody who has seen the difference has past calls judged again. */
export function PastCalls({ days }: { days: number }) {
  const { owner } = useSettingsContext();
  const [asks, setAsks] = useState(false);
  const preview = useEvaluatePast(owner);
  const evaluation = useEvaluatePast(owner);

  function ask() {
    setAsks(true);
    preview.mutate({ days, preview: true });
  }

  function judge() {
    evaluation.mutate(
      { days, preview: false },
      {
        onSuccess: ({ calls, changed, proposed }) =>
          toast.success(
            `${calls} calls were judged again: ${changed} stand otherwise now${proposed > 0 ? `, ${proposed} wait in the inbox` : ""}.`,
          ),
        onError: (error) => toast.error(refusalText(error)),
        onSettled: () => setAsks(false),
      },
    );
  }

  return (
    <Section title="Past calls">
      <p className="max-w-prose text-13 text-ink-muted">
        Past calls can be judged again, each by the settings that are saved and in force for its start. Conversions that
        no longer hold are proposed in the inbox.
      </p>
      <Button className="mt-3" onClick={ask}>
        Judge past calls again
      </Button>
      <ConfirmDialog
        open={asks}
        title={`Judge the calls of the last ${days} days again?`}
        confirmLabel="Judge again"
        busy={preview.isPending || evaluation.isPending}
        onConfirm={judge}
        onCancel={() => setAsks(false)}
      >
        <PastCallsPreview preview={preview} />
        <p>
          Each call is judged by the settings that were in force when it started, not by the draft: it may come out
          other than the comparison above.
        </p>
        <p>
          Calls that convert are charged and paid on the next rollup; those of closed months as corrections. What people
          and buyers said, and locks, stay.
        </p>
      </ConfirmDialog>
    </Section>
  );
}
