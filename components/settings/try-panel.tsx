"use client";

import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { useSimulateSettings } from "@/lib/simulation/client";
import { NumberInput } from "./fields/number-input";
import { PastCalls } from "./past-calls";
import { useSettingsContext } from "./settings-context";
import type { SettingsForm } from "./settings-form";
import { SimulationResult } from "./simulation-result";

const USUAL_DAYS = 30;
const MOST_DAYS = 400;

export function TryPanel({ onWrong }: { onWrong: () => void }) {
  const { owner } = useSettingsContext();
  const { getValues, trigger } = useFormContext<SettingsForm>();
  const [days, setDays] = useState(USUAL_DAYS);
  const [refusal, setRefusal] = useState<string | null>(null);
  const simulation = useSimulateSettings(owner);
  const isInRange = days >= 1 && days <= MOST_DAYS;

  async function run() {
    setRefusal(null);
    if (!isInRange || simulation.isPending) return;
    if (!(await trigger("settings"))) return onWrong();
    simulation.mutate(
      { settings: getValues("settings"), days },
      { onError: (error) => setRefusal(refusalText(error)) },
    );
  }

  return (
    <div className="space-y-6 py-6">
      <p className="max-w-prose text-13 text-ink-muted">
        Evaluate past calls with the settings in this form, including unsaved changes, and compare the result with the
        current one. Nothing is saved or billed. Manual and external updates and locks stay as they are.
      </p>
      <form
        noValidate
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Field
          label="Calls from the last"
          error={isInRange ? undefined : `Enter a whole number from 1 to ${MOST_DAYS}.`}
        >
          <NumberInput className="w-32" unit="days" value={days} onChange={setDays} />
        </Field>
        <Button type="submit" variant="primary" busy={simulation.isPending}>
          Run simulation
        </Button>
      </form>
      {refusal && <Alert tone="negative" title={`The simulation didn’t run. ${refusal}`} />}
      {simulation.data && <SimulationResult simulation={simulation.data} />}
      {simulation.data && isInRange && <PastCalls days={days} />}
    </div>
  );
}
