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

/** Judges the calls of the last days by the draft as it stands in the form. Nothing is saved. */
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
        Judges past calls by the settings as they stand in the form, saved or not, and compares with how the calls stand
        now. Nothing is saved and nothing is billed. What people and buyers said, and locks, stay.
      </p>
      <form
        noValidate
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Field label="Calls of the last" error={isInRange ? undefined : `Write a whole number from 1 to ${MOST_DAYS}.`}>
          <NumberInput className="w-32" unit="days" value={days} onChange={setDays} />
        </Field>
        <Button type="submit" variant="primary" busy={simulation.isPending}>
          Try the draft
        </Button>
      </form>
      {refusal && <Alert tone="negative" title={`The draft was not tried. ${refusal}`} />}
      {simulation.data && <SimulationResult simulation={simulation.data} />}
      {simulation.data && isInRange && <PastCalls days={days} />}
    </div>
  );
}
