import clsx from "clsx";
import Form from "next/form";
import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control-class";
import { TextLink } from "@/components/ui/text-link";
import type { Account } from "@/lib/contracts/accounts";
import { type EntriesView, isFiltered } from "./entries-address";
import { kindText } from "./kind-text";
import { partyAddress } from "./party-address";

/** Sends the filters as an address, so that a view can be kept and sent to others. */
export function EntryFilters({ account, view }: { account: Account; view: EntriesView }) {
  const address = partyAddress(account.party);
  const kinds = account.kinds.map(({ kind }) => ({ value: kind, label: kindText(kind) }));
  const offers = account.offers.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <Form
      key={JSON.stringify(view)}
      action={address}
      role="search"
      aria-label="Filter the entries"
      className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-2"
    >
      <Choice label="Kind" name="kind" value={view.kind} all="All kinds" choices={kinds} />
      <Choice label="Offer" name="offer_id" value={view.offer_id} all="All offers" choices={offers} />
      <Typed label="From" name="from" type="date" value={view.from} className="w-36" />
      <Typed label="To" name="to" type="date" value={view.to} className="w-36" />
      <Typed label="Call" name="call" type="text" value={view.call} className="w-32" placeholder="id or uuid" />
      <Button type="submit">Show</Button>
      {isFiltered(view) && (
        <TextLink href={address} className="mb-1.5 text-13">
          Show all
        </TextLink>
      )}
    </Form>
  );
}

function Labelled({
  label,
  id,
  className,
  children,
}: {
  label: string;
  id: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium text-12 text-ink-muted">
        {label}
      </label>
      {children}
    </div>
  );
}

type ChoiceProps = {
  label: string;
  name: string;
  value: string | undefined;
  all: string;
  choices: readonly { readonly value: string; readonly label: string }[];
};

function Choice({ label, name, value = "", all, choices }: ChoiceProps) {
  const id = useId();
  const isKnown = value === "" || choices.some((choice) => choice.value === value);
  return (
    <Labelled label={label} id={id} className="w-40">
      <select id={id} name={name} defaultValue={value} className={clsx(controlClass, "border-line-strong! bg-raised!")}>
        <option value="">{all}</option>
        {!isKnown && <option value={value}>{kindText(value)}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type TypedProps = {
  label: string;
  name: string;
  type: "date" | "text";
  value: string | undefined;
  className: string;
  placeholder?: string;
};

function Typed({ label, value = "", className, ...input }: TypedProps) {
  const id = useId();
  return (
    <Labelled label={label} id={id} className={className}>
      <input {...input} id={id} defaultValue={value} autoComplete="off" spellCheck={false} className={controlClass} />
    </Labelled>
  );
}
