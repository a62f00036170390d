"use client";

import { useRef, useState } from "react";
import { useController } from "react-hook-form";
import type { Rule } from "@/lib/settings/contract/rule";
import type { SettingsForm } from "../settings-form";
import { moved } from "./rule-places";

/** Identity of a rule while the page is open, and whether it is expanded. */
type Row = { readonly key: number; readonly isOpen: boolean };

export type Rules = {
  readonly rules: readonly Rule[];
  readonly rows: readonly Row[];
  /** The last change of the order, for screen readers. */
  readonly announcement: string;
  readonly add: () => void;
  readonly duplicate: (position: number) => void;
  readonly remove: (position: number) => void;
  readonly move: (from: number, to: number) => void;
  readonly change: (position: number, rule: Rule) => void;
  readonly unfold: (position: number, isOpen: boolean) => void;
};

const NEW_RULE: Rule = {
  id: null,
  name: "",
  enabled: true,
  condition: { all: [] },
  hours: null,
  minimum_duration: null,
  duplicates: null,
  amount: null,
};

export function useRules(): Rules {
  const { field } = useController<SettingsForm, "settings.rules">({ name: "settings.rules" });
  const rules: readonly Rule[] = field.value;
  const nextKey = useRef(rules.length);
  const [rowState, setRowState] = useState<readonly Row[]>(() => rules.map((_, key) => ({ key, isOpen: false })));
  const [announcement, setAnnouncement] = useState("");
  // A reset may have changed the number of rules.
  const rowsOf = (from: readonly Row[]) => rules.map((_, at) => from[at] ?? { key: -1 - at, isOpen: false });
  const rows = rowsOf(rowState);

  function put(next: readonly Rule[], nextRows: readonly Row[], message = "") {
    field.onChange(next);
    setRowState(nextRows);
    setAnnouncement(message);
  }
  function newRow(): Row {
    nextKey.current += 1;
    return { key: nextKey.current, isOpen: true };
  }
  const nameOf = (position: number) => rules[position]?.name || `Rule ${position + 1}`;

  return {
    rules,
    rows,
    announcement,
    add: () => put([...rules, NEW_RULE], [...rows, newRow()]),
    duplicate: (position) => {
      const original = rules[position];
      if (!original) return;
      const copy = { ...original, id: null, name: `${original.name} (copy)`.slice(0, 200) };
      put(rules.toSpliced(position + 1, 0, copy), rows.toSpliced(position + 1, 0, newRow()));
    },
    remove: (position) =>
      put(rules.toSpliced(position, 1), rows.toSpliced(position, 1), `${nameOf(position)} removed.`),
    move: (from, to) => {
      if (to < 0 || to >= rules.length || from === to) return;
      put(moved(rules, from, to), moved(rows, from, to), `${nameOf(from)} is now rule ${to + 1} of ${rules.length}.`);
    },
    change: (position, rule) => field.onChange(rules.with(position, rule)),
    unfold: (position, isOpen) =>
      setRowState((now) => rowsOf(now).map((row, at) => (at === position ? { ...row, isOpen } : row))),
  };
}
