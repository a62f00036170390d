"use client";

import type { UseFormReturn } from "react-hook-form";
import { shortDayText } from "@/components/ui/day-text";
import { Money } from "@/components/ui/money";
import { TextInput } from "@/components/ui/text-input";
import type { StatementStanding } from "@/lib/document/contract";
import { statementName } from "@/lib/document/domain/statement-number";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import { leftOver } from "./allocation-parts";
import { LeftOver } from "./left-over";
import type { RecordForm } from "./record-form";

type AllocationTableProps<Request> = {
  form: UseFormReturn<RecordForm, unknown, Request>;
  type: OwnerType;
  lowersBalance: boolean;
  statements: readonly StatementStanding[];
  currency: string;
  decimals: number;
  onEdit?: () => void;
};

export function AllocationTable<Request>(props: AllocationTableProps<Request>) {
  const { form, type, lowersBalance, statements, currency, decimals, onEdit } = props;
  const { errors } = form.formState;
  const [amount, parts] = form.watch(["amount", "parts"]);
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-13">Statement</legend>
      {statements.length === 0 && (
        <p className="text-13 text-ink-muted">No open statements. The amount stays unapplied.</p>
      )}
      <ul className="max-h-56 overflow-y-auto">
        {statements.map(({ number, due_on, open, days_overdue }, place) => {
          const error = errors.parts?.[place]?.amount?.message;
          const name = statementName(type, number);
          return (
            <li key={number} className="border-b py-1 last:border-b-0">
              <div className="grid grid-cols-[minmax(0,1fr)_7rem] items-center gap-2">
                <span className="min-w-0 text-13">
                  <span className="font-medium">{name}</span>{" "}
                  <span className="text-ink-muted">
                    {days_overdue > 0 ? `overdue since ${shortDayText(due_on)}` : `due ${shortDayText(due_on)}`}, open{" "}
                    <Money amount={open} />
                  </span>
                </span>
                <TextInput
                  {...form.register(`parts.${place}.amount`, { onChange: onEdit })}
                  inputMode="decimal"
                  autoComplete="off"
                  aria-label={`Applied to ${name} in ${currency}`}
                  aria-invalid={error ? true : undefined}
                  aria-describedby={error ? `part-${number}-error` : undefined}
                  className="text-right tabular-nums"
                />
              </div>
              {error && (
                <p id={`part-${number}-error`} className="mt-1 text-12 text-negative">
                  {error}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <LeftOver left={leftOver(amount, lowersBalance, parts, decimals)} currency={currency} />
    </fieldset>
  );
}
