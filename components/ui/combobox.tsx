"use client";

import clsx from "clsx";
import { ChevronDown, X } from "lucide-react";
import { type Ref, useContext, useEffect, useId, useRef } from "react";
import { ComboboxList } from "./combobox-list";
import { controlClass } from "./control-class";
import { FieldContext, useFieldControl } from "./field-context";
import { Spinner } from "./spinner";
import { useAnchoredPopup } from "./use-anchored-popup";
import { type ComboboxOption, type ComboboxState, useCombobox } from "./use-combobox";

export type ComboboxProps = Omit<ComboboxState, "loading" | "clearable"> & {
  /** True while `options` are for an earlier search. */
  loading?: boolean;
  failed?: boolean;
  clearable?: boolean;
  /** More options exist than are listed. */
  more?: boolean;
  placeholder?: string;
  disabled?: boolean;
  id?: string;
  name?: string;
  ref?: Ref<HTMLInputElement>;
  onBlur?: () => void;
  "aria-label"?: string;
  "aria-describedby"?: string;
};

export function Combobox(props: ComboboxProps) {
  const {
    value,
    options,
    loading = false,
    failed = false,
    clearable = false,
    more = false,
    onChange,
    onSearch,
  } = props;
  const box = useCombobox({ value, options, loading, clearable, onChange, onSearch });
  const { open, text, active, busy } = box;
  const wiring = useFieldControl(props);
  const labelId = useContext(FieldContext)?.labelId;
  const listId = useId();
  const anchor = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  useAnchoredPopup({ open, anchor, popup, minWidth: 240, side: "below", align: "start", gap: 4 });
  useEffect(() => {
    if (active >= 0) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active, listId]);

  const announcement = open ? describeList(options, box.typed ?? "", busy, failed, more) : "";

  function openByPointer() {
    if (open) return;
    box.show();
    input.current?.focus();
    input.current?.select();
  }

  return (
    <div ref={anchor} className="relative w-full">
      <input
        {...wiring}
        ref={(element) => joinRefs(element, input, props.ref)}
        type="text"
        role="combobox"
        name={props.name}
        aria-label={props["aria-label"]}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={props.placeholder}
        disabled={props.disabled}
        value={text}
        onChange={box.type}
        onKeyDown={box.press}
        onClick={openByPointer}
        onFocus={(event) => event.target.select()}
        onBlur={() => {
          box.leave();
          props.onBlur?.();
        }}
        className={clsx(controlClass, "text-ellipsis", clearable && value ? "pr-14" : "pr-8")}
      />
      {/* Pointer shortcuts for keys of the input, so they are not tab stops. */}
      <span aria-hidden="true" className="absolute inset-y-0 right-0 flex items-center pr-1 text-ink-muted">
        {clearable && value && !props.disabled && (
          <button
            type="button"
            tabIndex={-1}
            className="grid size-6 place-items-center rounded-sm hover:text-ink"
            onClick={() => box.choose(null)}
          >
            <X className="size-3.5" />
          </button>
        )}
        <button
          type="button"
          tabIndex={-1}
          disabled={props.disabled}
          className="grid size-6 place-items-center rounded-sm hover:text-ink"
          onPointerDown={(event) => event.preventDefault()}
          onClick={open ? box.hide : openByPointer}
        >
          {open && busy ? <Spinner className="size-3.5" /> : <ChevronDown className="size-3.5" />}
        </button>
      </span>
      <span role="status" className="sr-only">
        {announcement}
      </span>
      {open && (
        <ComboboxList
          id={listId}
          ref={popup}
          label={props["aria-label"]}
          labelledBy={labelId}
          options={failed ? [] : options}
          active={active}
          chosen={value?.value}
          busy={busy}
          note={failed || more || options.length === 0 ? announcement : null}
          onChoose={box.choose}
          onMove={box.setMoved}
        />
      )}
    </div>
  );
}

function describeList(
  options: readonly ComboboxOption[],
  typed: string,
  busy: boolean,
  failed: boolean,
  more: boolean,
) {
  if (busy) return "Searching…";
  if (failed) return "Couldn’t load the list. Type again to retry.";
  if (options.length === 0) return typed ? `No matches for “${typed}”.` : "No options.";
  if (more) return `Showing the first ${options.length}. Type to narrow the list.`;
  return options.length === 1 ? "1 option" : `${options.length} options`;
}

function joinRefs(
  element: HTMLInputElement | null,
  own: { current: HTMLInputElement | null },
  given?: Ref<HTMLInputElement>,
) {
  own.current = element;
  if (typeof given === "function") given(element);
  else if (given) given.current = element;
}
