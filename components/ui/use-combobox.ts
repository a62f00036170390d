"use client";

import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { moveActive } from "./combobox-keys";

export type ComboboxOption = { value: string; label: string; detail?: string };

export type ComboboxState = {
  value: ComboboxOption | null;
  options: readonly ComboboxOption[];
  loading: boolean;
  clearable: boolean;
  onChange: (option: ComboboxOption | null) => void;
  onSearch: (text: string) => void;
};

const TYPING_PAUSE_MS = 150;

export function useCombobox({ value, options, loading, clearable, onChange, onSearch }: ComboboxState) {
  const [open, setOpen] = useState(false);
  /** Typed text; null while the field shows the selected option. */
  const [typed, setTyped] = useState<string | null>(null);
  /** The option moved to by key; null until then. */
  const [moved, setMoved] = useState<number | null>(null);
  const [paused, setPaused] = useState(true);
  /** Enter was pressed before the search returned. */
  const [hurried, setHurried] = useState(false);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  const text = typed ?? value?.label ?? "";
  // Options of an earlier search may still be visible; keys must not choose them.
  const busy = loading || !paused;
  const emptied = typed === "" && clearable;
  const first = typed ? 0 : emptied ? -1 : options.findIndex((option) => option.value === value?.value);
  const active = open && !busy ? Math.min(moved ?? first, options.length - 1) : -1;

  function show() {
    if (open) return;
    setOpen(true);
    setMoved(null);
    onSearch("");
  }
  function hide() {
    clearTimeout(pause.current);
    setPaused(true);
    setOpen(false);
    setTyped(null);
    setMoved(null);
    setHurried(false);
  }
  function choose(option: ComboboxOption | null) {
    if (option?.value !== value?.value) onChange(option);
    hide();
  }
  function leave() {
    if (emptied && value) choose(null);
    else hide();
  }
  function type(event: ChangeEvent<HTMLInputElement>) {
    const next = event.target.value;
    setTyped(next);
    setMoved(null);
    setHurried(false);
    setOpen(true);
    setPaused(false);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      setPaused(true);
      onSearch(next.trim());
    }, TYPING_PAUSE_MS);
  }

  // Without having been shown, only an unambiguous option is chosen: the only one, or the one with exactly this name.
  const meant = hurried && !busy ? onlyMeant(options, typed ?? "") : null;
  useEffect(() => {
    if (meant) choose(meant);
    else if (hurried && !busy) setHurried(false);
  });

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const isMove = ["ArrowDown", "ArrowUp", "PageDown", "PageUp"].includes(event.key);
    if (isMove && event.altKey) {
      event.preventDefault();
      if (event.key === "ArrowUp") hide();
      else show();
    } else if (isMove && (open || event.key.startsWith("Arrow"))) {
      event.preventDefault();
      if (!open) show();
      else if (!busy) setMoved(moveActive(active, event.key, options.length));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      const option = options[active];
      if (option) choose(option);
      else if (emptied) choose(null);
      else if (busy) setHurried(true);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      hide();
    }
  }

  return { open, text, typed, active, busy, show, hide, leave, type, press, choose, setMoved };
}

function onlyMeant(options: readonly ComboboxOption[], typed: string): ComboboxOption | null {
  const name = typed.trim().toLowerCase();
  const named = options.filter(({ label }) => label.toLowerCase() === name);
  const [only, ...others] = named.length > 0 ? named : options;
  return only && others.length === 0 ? only : null;
}
