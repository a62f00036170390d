"use client";

import { Controller } from "react-hook-form";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { PartySearchField } from "@/components/party/party-search-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { TimeZoneCombobox } from "@/components/ui/time-zone-combobox";
import { type CapInput, type CapKind, useSaveCap } from "@/lib/cap/client";
import { type Cap, NewCap } from "@/lib/cap/contract";
import type { Measure, Span } from "@/lib/cap/domain/cap";
import { moneyWord } from "./cap-words";

type CapDialogProps = {
  kind: CapKind;
  partyId: number;
  /** The cap to edit; null for a new one. */
  cap: Cap | null;
  timeZone: string;
  onClose: () => void;
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

export function CapDialog({ kind, partyId, cap, timeZone, onClose }: CapDialogProps) {
  const save = useSaveCap(kind, partyId, cap?.id ?? null);
  const { form, ...submission } = useServerForm({
    contract: NewCap,
    requestOf,
    fieldOf: (parameter) => (parameter === "offer_id" ? "offer" : parameter),
    defaultValues: valuesOf(cap, timeZone),
    send: save.mutateAsync,
    onSaved: onClose,
  });
  const { control, register, watch } = form;
  const { errors } = form.formState;
  const [measure, span] = watch(["measure", "span"]);
  const money = moneyWord(kind);

  return (
    <DialogForm
      title={cap ? "Edit cap" : "New cap"}
      form={submission}
      submitLabel={cap ? "Save cap" : "Add cap"}
      refusalTitle="Couldn’t save the cap"
      onClose={onClose}
    >
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
            {...register("limit")}
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
            none="All offers together"
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
    </DialogForm>
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

function requestOf({ limit, offer, stops_automatic, ...values }: Values): CapInput {
  return {
    ...values,
    span: values.measure === "concurrency" ? "now" : values.span,
    limit: limit.trim(),
    offer_id: offer && String(offer.id),
    stops_automatic: STOPPING.has(values.measure) && stops_automatic,
  };
}
