"use client";

import type { SyntheticEvent } from "react";
import { Controller, useFormContext } from "react-hook-form";
import { FormRefusal } from "@/components/form/form-refusal";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useSimulateSettings } from "@/lib/simulation/client";
import { EvaluatePast } from "@/lib/simulation/contract";
import { NumberInput } from "./fields/number-input";
import { PastCalls } from "./past-calls";
import { useSettingsContext } from "./settings-context";
import type { SettingsForm } from "./settings-form";
import { SimulationResult } from "./simulation-result";

const USUAL_DAYS = 30;

export function TryPanel({ onWrong }: { onWrong: () => void }) {
  const { owner } = useSettingsContext();
  const { getValues, trigger } = useFormContext<SettingsForm>();
  const simulation = useSimulateSettings(owner);
  const { form, id, submit, busy, refusal } = useServerForm({
    contract: EvaluatePast,
    requestOf: ({ days }) => ({ days }),
    defaultValues: { days: USUAL_DAYS },
    send: ({ days }) => simulation.mutateAsync({ settings: getValues("settings"), days: Number(days) }),
  });

  async function run(event: SyntheticEvent) {
    event.preventDefault();
    if (!(await trigger("settings"))) return onWrong();
    await submit();
  }

  return (
    <div className="space-y-6 py-6">
      <p className="max-w-prose text-13 text-ink-muted">
        Evaluate past calls with the settings in this form, including unsaved changes, and compare the result with the
        current one. Nothing is saved or billed. Manual and external updates and locks stay as they are.
      </p>
      <form id={id} noValidate className="flex flex-wrap items-start gap-3" onSubmit={run}>
        <Field label="Calls from the last" error={form.formState.errors.days?.message}>
          <Controller
            control={form.control}
            name="days"
            render={({ field: { value, onChange } }) => (
              <NumberInput className="w-32" unit="days" value={value} onChange={onChange} />
            )}
          />
        </Field>
        <Button type="submit" variant="primary" busy={busy} className="mt-6">
          Run simulation
        </Button>
      </form>
      <FormRefusal refusal={refusal} title="The simulation didn’t run" />
      {simulation.data && <SimulationResult simulation={simulation.data} />}
      {simulation.data && <PastCalls days={simulation.variables.days} />}
    </div>
  );
}
