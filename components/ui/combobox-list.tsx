"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import type { ComboboxOption } from "./use-combobox";

type ComboboxListProps = {
  id: string;
  ref: RefObject<HTMLDivElement | null>;
  labelledBy?: string;
  label?: string;
  options: readonly ComboboxOption[];
  active: number;
  chosen: string | undefined;
  busy: boolean;
  note: ReactNode;
  onChoose: (option: ComboboxOption) => void;
  onMove: (index: number) => void;
};

/** The focus stays in the input, which names the active option. */
export function ComboboxList({
  id,
  ref,
  label,
  labelledBy,
  options,
  active,
  chosen,
  busy,
  note,
  ...on
}: ComboboxListProps) {
  return (
    <div
      ref={ref}
      popover="manual"
      onPointerDown={(event) => event.preventDefault()}
      className="fixed inset-auto max-h-80 flex-col overflow-hidden rounded-md border border-line-strong bg-raised text-ink shadow-popup open:flex"
    >
      <div
        id={id}
        role="listbox"
        aria-label={label}
        aria-labelledby={labelledBy}
        aria-busy={busy || undefined}
        className={clsx("max-h-72 min-h-0 overflow-y-auto overscroll-contain p-1 empty:hidden", busy && "opacity-60")}
      >
        {options.map((option, index) => (
          // biome-ignore lint/a11y: the input handles the keys, and names the active option to screen readers.
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={option.value === chosen}
            onClick={() => on.onChoose(option)}
            onPointerMove={() => on.onMove(index)}
            className={clsx(
              "flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-13 pointer-coarse:min-h-11",
              index === active && "bg-accent-tint outline-1 outline-transparent",
            )}
          >
            <Check
              aria-hidden="true"
              className={clsx("size-3.5 shrink-0 text-accent", option.value !== chosen && "invisible")}
            />
            <span className={clsx("min-w-0 flex-1 truncate", option.value === chosen && "font-medium")}>
              {option.label}
            </span>
            {option.detail && <span className="shrink-0 text-12 text-ink-muted">{option.detail}</span>}
          </div>
        ))}
      </div>
      {note && (
        <p className={clsx("shrink-0 px-3 py-1.5 text-12 text-ink-muted", options.length > 0 && "border-t")}>{note}</p>
      )}
    </div>
  );
}
