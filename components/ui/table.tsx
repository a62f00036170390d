import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

type TableProps = { caption: string; children: ReactNode; className?: string };
type CellOf<Tag extends "th" | "td"> = Omit<ComponentProps<Tag>, "align"> & { align?: "start" | "end" };
type HeaderCellProps = CellOf<"th"> & { currency?: string };

/** Scrolls sideways on narrow pages; the caption names it to screen readers. */
export function Table({ caption, children, className }: TableProps) {
  return (
    // biome-ignore lint/a11y: a fieldset would be wrong here, and what scrolls must be reachable by key.
    <div role="group" aria-label={caption} tabIndex={0} className="relative -mx-2 overflow-x-auto">
      <table aria-label={caption} className={clsx("w-full border-collapse text-13", className)}>
        {children}
      </table>
    </div>
  );
}

/** `currency` stands after the name of a column of amounts. */
export function HeaderCell({ align = "start", currency, className, children, ...props }: HeaderCellProps) {
  return (
    <th
      scope="col"
      {...props}
      className={clsx(
        "h-8 whitespace-nowrap border-b px-2 font-medium text-12 text-ink-muted",
        alignClass(align),
        className,
      )}
    >
      {children}
      {currency && <span className="font-normal"> {currency}</span>}
    </th>
  );
}

export function Row({ className, ...props }: ComponentProps<"tr">) {
  return <tr {...props} className={clsx("h-row border-b last:border-b-0", className)} />;
}

export function Cell({ align = "start", className, ...props }: CellOf<"td">) {
  return <td {...props} className={clsx("px-2 py-1", alignClass(align), className)} />;
}

function alignClass(align: "start" | "end") {
  return align === "end" ? "text-right tabular-nums" : "text-left";
}
