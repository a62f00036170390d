"use client";

import { X } from "lucide-react";
import { type ChosenParty, PartySearchField } from "@/components/party/party-search-field";
import { IconButton } from "@/components/ui/icon-button";

type BuyerListFieldProps = {
  label: string;
  value: readonly ChosenParty[];
  error?: string | undefined;
  hint: string;
  onChange: (buyers: readonly ChosenParty[]) => void;
};

export function BuyerListField({ label, value, error, hint, onChange }: BuyerListFieldProps) {
  return (
    <div>
      <PartySearchField
        kind="buyer"
        label={label}
        value={null}
        error={error}
        hint={hint}
        none={value.length === 0 ? "All calls" : "Add another buyer"}
        onChange={(buyer) => {
          if (buyer && !value.some(({ id }) => id === buyer.id)) onChange([...value, buyer]);
        }}
      />
      {value.length > 0 && (
        <ul aria-label="Chosen buyers" className="mt-1">
          {value.map((buyer) => (
            <li key={buyer.id} className="flex items-center gap-1 text-13 text-ink">
              {buyer.name}
              <IconButton
                label={`Remove ${buyer.name}`}
                onClick={() => onChange(value.filter(({ id }) => id !== buyer.id))}
              >
                <X aria-hidden="true" className="size-3.5" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
