import Form from "next/form";
import type { ReactNode } from "react";
import { Button } from "./button";
import { TextLink } from "./text-link";

type FilterFormProps = {
  action: string;
  label: string;
  /** Address without filters; null when nothing is filtered. */
  all: string | null;
  /** Parameters that stay in the address. */
  hidden?: Readonly<Record<string, string | undefined>>;
  children: ReactNode;
};

/** Filters are in the address, so that a view can be bookmarked and shared. */
export function FilterForm({ action, label, all, hidden = {}, children }: FilterFormProps) {
  return (
    <Form action={action} role="search" aria-label={label} className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-2">
      {Object.entries(hidden).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <Button type="submit">Apply</Button>
      {all !== null && (
        <TextLink href={all} className="mb-1.5 text-13">
          Clear filters
        </TextLink>
      )}
    </Form>
  );
}
