"use client";

import { useController } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { AddButton } from "../fields/add-button";
import { PartyPicker } from "../fields/party-picker";
import { RemoveButton } from "../fields/remove-button";
import { NO_PAYOUT, type SettingsForm } from "../settings-form";
import { SettingsSection } from "../settings-section";
import { useErrorAt } from "../use-error-at";
import { PayoutFields } from "./payout-fields";

type Payout = SettingsForm["payouts"][number];

export function PayoutsSection() {
  const { field: byDefault } = useController<SettingsForm, "default_payout">({ name: "default_payout" });
  const { field } = useController<SettingsForm, "payouts">({ name: "payouts" });
  const payouts = field.value;
  return (
    <SettingsSection
      section="prices"
      title="Payouts"
      about="What the traffic source earns for a converted call: a fixed amount or a percentage of the buyer’s charge."
    >
      <fieldset>
        <legend className="mb-1 font-medium text-13">Default payout</legend>
        <PayoutFields path="default_payout" payout={byDefault.value} onChange={byDefault.onChange} />
      </fieldset>
      {payouts.length > 0 && (
        <ul className="space-y-3">
          {payouts.map((payout, position) => (
            <PayoutRow
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone, and hold no state.
              key={position}
              path={`payouts.${position}`}
              payout={payout}
              onChange={(next) => field.onChange(payouts.with(position, next))}
              onRemove={() => field.onChange(payouts.toSpliced(position, 1))}
            />
          ))}
        </ul>
      )}
      <AddButton onClick={() => field.onChange([...payouts, NO_PAYOUT])}>Add payout for a traffic source</AddButton>
    </SettingsSection>
  );
}

type PayoutRowProps = { path: string; payout: Payout; onChange: (payout: Payout) => void; onRemove: () => void };

function PayoutRow({ path, payout, onChange, onRemove }: PayoutRowProps) {
  return (
    <li className="flex items-start gap-2 max-sm:border-b max-sm:pb-3">
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-2">
        <Field
          label="Traffic source"
          hideLabel
          error={useErrorAt(`${path}.traffic_source_id`)}
          className="w-full min-w-0 sm:w-60"
        >
          <PartyPicker
            kind="traffic_source"
            value={payout.traffic_source_id}
            onChange={(id) => onChange({ ...payout, traffic_source_id: id })}
          />
        </Field>
        <PayoutFields path={path} payout={payout} onChange={onChange} />
      </div>
      <RemoveButton what="this payout" onClick={onRemove} />
    </li>
  );
}
