"use client";

import { useController } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { AddButton } from "../fields/add-button";
import { OptionalMoney } from "../fields/optional-money";
import { PartyPicker } from "../fields/party-picker";
import { RemoveButton } from "../fields/remove-button";
import type { SettingsForm } from "../settings-form";
import { SettingsSection } from "../settings-section";
import { useErrorAt } from "../use-error-at";

export function PricesSection() {
  const { field: byDefault } = useController<SettingsForm, "default_price">({ name: "default_price" });
  const { field } = useController<SettingsForm, "prices">({ name: "prices" });
  const prices = field.value;
  return (
    <SettingsSection
      section="prices"
      title="Prices"
      about="What the buyer pays for a converted call, unless a rule or an update sets another amount."
    >
      <OptionalMoney
        label="Default price"
        path="default_price"
        placeholder="none"
        value={byDefault.value}
        onChange={(next) => byDefault.onChange(next ?? "")}
      />
      {prices.length > 0 && (
        <ul className="space-y-2">
          {prices.map((price, position) => (
            <PriceRow
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone, and hold no state.
              key={position}
              path={`prices.${position}`}
              price={price}
              onChange={(next) => field.onChange(prices.with(position, next))}
              onRemove={() => field.onChange(prices.toSpliced(position, 1))}
            />
          ))}
        </ul>
      )}
      <AddButton onClick={() => field.onChange([...prices, { offer_id: null, amount: "" }])}>
        Add price for an offer
      </AddButton>
    </SettingsSection>
  );
}

type Price = SettingsForm["prices"][number];
type PriceRowProps = { path: string; price: Price; onChange: (price: Price) => void; onRemove: () => void };

function PriceRow({ path, price, onChange, onRemove }: PriceRowProps) {
  return (
    <li className="flex items-start gap-2">
      <Field label="Offer" hideLabel error={useErrorAt(`${path}.offer_id`)} className="min-w-0 flex-1 sm:max-w-72">
        <PartyPicker kind="offer" value={price.offer_id} onChange={(id) => onChange({ ...price, offer_id: id })} />
      </Field>
      <OptionalMoney
        label="Price for this offer"
        hideLabel
        path={`${path}.amount`}
        value={price.amount}
        onChange={(amount) => onChange({ ...price, amount: amount ?? "" })}
      />
      <RemoveButton what="this price" onClick={onRemove} />
    </li>
  );
}
