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
            `${calls} calls re-evaluated, ${changed} changed${proposed > 0 ? `, ${proposed} in the inbox for review` : ""}.`,
          ),
        onError: (error) => toast.error(refusalText(error)),
        onSettled: () => setAsks(false),
      },
    );
  }

  return (
    <Section title="Past calls">
      <p className="max-w-prose text-13 text-ink-muted">
        Re-evaluate past calls with the saved settings that were in force when each call started. Conversions that no
        longer hold go to the inbox for review.
      </p>
      <Button className="mt-3" onClick={ask}>
        Re-evaluate past calls
      </Button>
      <ConfirmDialog
        open={asks}
        title={`Re-evaluate the calls of the last ${days} days?`}
        confirmLabel="Re-evaluate"
        busy={preview.isPending || evaluation.isPending}
        onConfirm={judge}
        onCancel={() => setAsks(false)}
      >
        <PastCallsPreview preview={preview} />
        <p>
          Each call uses the settings in force when it started, not your unsaved changes, so results may differ from the
          simulation.
        </p>
        <p>
          The next rollup charges and pays the calls that convert; calls of closed months become corrections. Manual and
          external updates and locks stay as they are.
        </p>
      </ConfirmDialog>
    </Section>
  );
}
