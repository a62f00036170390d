"use client";

import { Controller, useForm } from "react-hook-form";
import { PartySearchField } from "@/components/party/party-search-field";
import { Alert } from "@/components/ui/alert";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { TimeZoneCombobox } from "@/components/ui/time-zone-combobox";
import { type CapKind, useSaveCap } from "@/lib/cap/client";
import type { Cap } from "@/lib/cap/contract";
import type { Measure, Span } from "@/lib/cap/domain/cap";
import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { moneyWord } from "./cap-words";

type CapFormProps = {
  id: string;
  kind: CapKind;
  partyId: number;
  cap: Cap | null;
  timeZone: string;
  onBusy: (busy: boolean) => void;
  onSaved: () => void;
};

type Values = {
  measure: Measure;
  span: Exclude<Span, "now">;
  limit: string;
  offer: { readonly id: number; readonly name: string } | null;
  stops_automatic: boolean;
  time_zone: string;
};

const SPANS = [
  { value: "hour", label: "Hour" },
  { value: "day", label: "Day" },
  { value: "month", label: "Month" },
  { value: "total", label: "Total" },
] as const;
const STOPPING = new Set<string>(["conversions", "revenue"]);

export function CapForm({ id, kind, partyId, cap, timeZone, onBusy, onSaved }: CapFormProps) {
  const save = useSaveCap(kind, partyId, cap?.id ?? null);
  const { control, register, handleSubmit, watch, setError, formState } = useForm<Values>({
    defaultValues: valuesOf(cap, timeZone),
  });
  const { errors } = formState;
  const [measure, span] = [watch("measure"), watch("span")];
  const money = moneyWord(kind);

  async function submit(values: Values) {
    if (save.isPending) return;
    onBusy(true);
    try {
      await save.mutateAsync({
        measure: values.measure,
        span: values.measure === "concurrency" ? "now" : values.span,
        limit: values.limit.trim(),
        offer_id: values.offer === null ? null : String(values.offer.id),
        stops_automatic: STOPPING.has(values.measure) && values.stops_automatic,
        time_zone: values.time_zone,
      });
      onSaved();
    } catch (error) {
      const fields = Object.entries((error instanceof ApiError && error.problem.errors) || {});
      for (const [name, message] of fields) setError(nameOf(name), { message });
      if (fields.length === 0) setError("root", { message: refusalText(error) });
    } finally {
      onBusy(false);
    }
  }

  return (
    <form id={id} noValidate onSubmit={handleSubmit(submit)} className="space-y-3 pt-2 text-ink">
      <Controller
        control={control}
        name="measure"
        render={({ field }) => (
          <Field label="Counts" error={errors.measure?.message}>
            <SelectInput
              value={field.value}
              choices={[
                { value: "conversions", label: "Conversions" },
                { value: "revenue", label: money === "revenue" ? "Revenue" : "Payout" },
                { value: "attempts", label: "Calls" },
                { value: "connections", label: "Connected calls" },
                { value: "concurrency", label: "Calls at once" },
              ]}
              onChange={field.onChange}
            />
          </Field>
        )}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Limit" error={errors.limit?.message} required>
          <TextInput
            inputMode="decimal"
            autoComplete="off"
            className="tabular-nums"
            placeholder={measure === "revenue" ? "500.00" : "50"}
            {...register("limit", { validate: (text) => text.trim() !== "" || "Enter a limit." })}
          />
        </Field>
        {measure !== "concurrency" && (
          <Controller
            control={control}
            name="span"
            render={({ field }) => (
              <Field label="Period" error={errors.span?.message}>
                <SelectInput value={field.value} choices={SPANS} onChange={field.onChange} />
              </Field>
            )}
          />
        )}
      </div>
      <Controller
        control={control}
        name="offer"
        render={({ field }) => (
          <PartySearchField
            kind="offer"
            label="Offer"
            value={field.value}
            error={errors.offer?.message}
            hint="Leave blank to count calls of all offers together."
            onChange={field.onChange}
          />
        )}
      />
      {measure !== "concurrency" && span !== "total" && (
        <Controller
          control={control}
          name="time_zone"
          render={({ field }) => (
            <Field
              label="Time zone"
              error={errors.time_zone?.message}
              hint="Hours, days and months start in this time zone."
              required
            >
              <TimeZoneCombobox value={field.value} onChange={field.onChange} />
            </Field>
          )}
        />
      )}
      {STOPPING.has(measure) && (
        <Checkbox
          label="Stop automatic conversion at the cap"
          hint="Past the cap, calls no longer convert automatically. Manual and external updates still convert and are marked as over the cap."
          error={errors.stops_automatic?.message}
          {...register("stops_automatic")}
        />
      )}
      {errors.root?.message && (
        <Alert tone="negative" title="Couldn’t save the cap">
          {errors.root.message}
        </Alert>
      )}
    </form>
  );
}

function valuesOf(cap: Cap | null, timeZone: string): Values {
  if (cap === null) {
    return { measure: "conversions", span: "day", limit: "", offer: null, stops_automatic: true, time_zone: timeZone };
  }
  return {
    measure: cap.measure as Measure,
    span: cap.span === "now" ? "day" : (cap.span as Values["span"]),
    limit: cap.limit ?? "",
    offer: cap.offer,
    stops_automatic: cap.stops_automatic,
    time_zone: cap.time_zone,
  };
}

function nameOf(field: string): keyof Values | "root" {
  if (field === "offer_id") return "offer";
  const names = ["measure", "span", "limit", "stops_automatic", "time_zone"] as const;
  return names.find((name) => name === field) ?? "root";
}
