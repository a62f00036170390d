import Form from "next/form";
import type { ReactNode } from "react";
import { Button } from "./button";
import { TextLink } from "./text-link";

type FilterFormProps = {
  action: string;
  label: string;
  /** Where everything is shown; null while nothing is filtered. */
  all: string | null;
  /** What of the address stays as it is. */
  kept?: Readonly<Record<string, string | undefined>>;
  children: ReactNode;
};

/** Sends filters as an address, so that a view can be kept and sent to others. */
export function FilterForm({ action, label, all, kept = {}, children }: FilterFormProps) {
  return (
    <Form action={action} role="search" aria-label={label} className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-2">
      {Object.entries(kept).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <Button type="submit">Show</Button>
      {all !== null && (
        <TextLink href={all} className="mb-1.5 text-13">
          Show all
        </TextLink>
      )}
    </Form>
  );
}
