"use client";

import { useRef, useState } from "react";
import { useController } from "react-hook-form";
import type { Rule } from "@/lib/settings/contract/rule";
import type { SettingsForm } from "../settings-form";
import { moved } from "./rule-places";

/** What the page knows of a rule beside its content: who it is for as long as the page is open, and whether it is unfolded. */
type Row = { readonly key: number; readonly isOpen: boolean };

export type Rules = {
  readonly rules: readonly Rule[];
  readonly rows: readonly Row[];
  /** The last thing that happened to the order, for those who cannot see it. */
  readonly said: string;
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
  const [known, setKnown] = useState<readonly Row[]>(() => rules.map((_, key) => ({ key, isOpen: false })));
  const [said, setSaid] = useState("");
  // Another state of the settings may have come in with more rules or fewer.
  const rowsOf = (from: readonly Row[]) => rules.map((_, at) => from[at] ?? { key: -1 - at, isOpen: false });
  const rows = rowsOf(known);

  function put(next: readonly Rule[], nextRows: readonly Row[], says = "") {
    field.onChange(next);
    setKnown(nextRows);
    setSaid(says);
  }
  function newRow(): Row {
    nextKey.current += 1;
    return { key: nextKey.current, isOpen: true };
  }
  const nameOf = (position: number) => rules[position]?.name || `Rule ${position + 1}`;

  return {
    rules,
    rows,
    said,
    add: () => put([...rules, NEW_RULE], [...rows, newRow()]),
    duplicate: (position) => {
      const original = rules[position];
      if (!original) return;
      const copy = { ...original, id: null, name: `${original.name} (copy)`.slice(0, 200) };
      put(rules.toSpliced(position + 1, 0, copy), rows.toSpliced(position + 1, 0, newRow()));
    },
    remove: (position) =>
      put(rules.toSpliced(position, 1), rows.toSpliced(position, 1), `${nameOf(position)} is removed.`),
    move: (from, to) => {
      if (to < 0 || to >= rules.length || from === to) return;
      put(moved(rules, from, to), moved(rows, from, to), `${nameOf(from)} is number ${to + 1} of ${rules.length} now.`);
    },
    change: (position, rule) => field.onChange(rules.with(position, rule)),
    unfold: (position, isOpen) =>
      setKnown((now) => rowsOf(now).map((row, at) => (at === position ? { ...row, isOpen } : row))),
  };
}
