"use client";

import { type SyntheticEvent, useEffect, useId, useState } from "react";
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from "react-hook-form";
import { toast } from "sonner";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { focusFirstError } from "./focus-first-error";
import { messageResolver } from "./message-resolver";
import { oneAtATime } from "./one-at-a-time";
import { placeErrors } from "./place-errors";
import type { FieldOf } from "./wrong-fields";

/** The record as it is now, and the changes since the version that the edits are based on. */
export type Conflict<Thing, Change> = { readonly now: Thing; readonly changes: readonly Change[] };

/** What an editor needs to know about the record it edits. A part is a field, or a section of fields. */
export type Editing<Thing, Values extends FieldValues, Part, Change> = {
  readonly valuesOf: (thing: Thing) => Values;
  readonly differing: (values: Values, reference: Values) => readonly Part[];
  /** `onto`, with these parts taken from `from`. */
  readonly withParts: (onto: Values, from: Values, parts: readonly Part[]) => Values;
  /** Messages by path of the field. */
  readonly wrongFields: (base: Thing, values: Values) => Readonly<Record<string, string | undefined>>;
  readonly fieldOf: FieldOf<Values>;
  readonly send: (base: Thing, values: Values) => Promise<{ readonly saved: Thing; readonly done: string }>;
  readonly conflictOf: (error: unknown, base: Thing) => Promise<Conflict<Thing, Change> | null>;
  /** Stores the record of a conflict for the rest of the page. */
  readonly remember: (now: Thing) => void;
  /** Called before the first invalid field gets the focus. */
  readonly onWrong?: () => void;
};

export type Editor<Thing, Values extends FieldValues, Part, Change> = {
  /** The ID of the `<form>`. */
  readonly id: string;
  readonly form: UseFormReturn<Values>;
  /** The version that the edits are based on. */
  readonly base: Thing;
  readonly edited: () => readonly Part[];
  readonly isSaving: boolean;
  readonly refusal: string | null;
  readonly conflict: Conflict<Thing, Change> | null;
  readonly save: (event?: SyntheticEvent) => Promise<void>;
  /** Continues from an answer of the server; edits stay. */
  readonly follow: (next: Thing) => void;
  readonly refuse: (error: unknown) => Promise<void>;
  readonly showConflict: (conflict: Conflict<Thing, Change>) => void;
  readonly resolveConflict: (choice: "keep" | "discard" | "later") => void;
};

const WRONG = "Nothing was saved. Correct the marked fields.";

/**
 * Edits a record that others may change at the same time: edits are never lost, and a conflict is shown to the user.
 */
export function useEditor<Thing, Values extends FieldValues, Part, Change>(
  thing: Thing,
  editing: Editing<Thing, Values, Part, Change>,
): Editor<Thing, Values, Part, Change> {
  const { valuesOf, differing } = editing;
  const id = useId();
  const [base, setBase] = useState(thing);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict<Thing, Change> | null>(null);
  const [runOnce] = useState(oneAtATime);
  const form = useForm<Values>({
    defaultValues: valuesOf(thing) as DefaultValues<Values>,
    resolver: messageResolver((values) => editing.wrongFields(base, values)),
    shouldFocusError: false,
  });
  const isSaving = form.formState.isSubmitting;
  const isCorrected = refusal === WRONG && Object.keys(form.formState.errors).length === 0;
  const edited = () => differing(form.getValues(), valuesOf(base));

  /** Continues from another version; parts that differ from the reference keep their edits. */
  function rebase(next: Thing, reference: Values) {
    const now = form.getValues();
    setBase(next);
    setRefusal(null);
    form.reset(editing.withParts(valuesOf(next), now, differing(now, reference)));
  }

  useEffect(() => {
    if (thing !== base && !isSaving && edited().length === 0) rebase(thing, form.getValues());
  });

  function showWrong() {
    editing.onWrong?.();
    focusFirstError(id);
  }

  async function refuse(error: unknown) {
    const newer = await editing.conflictOf(error, base);
    if (newer) return setConflict(newer);
    const { placed, loose } = placeErrors(form, error, editing.fieldOf);
    setRefusal([refusalText(error), ...loose.map((pair) => pair.join(": "))].join(" "));
    if (placed) showWrong();
  }

  async function send(values: Values) {
    if (differing(values, valuesOf(base)).length === 0) return;
    setRefusal(null);
    try {
      const { saved, done } = await editing.send(base, values);
      rebase(saved, values);
      toast.success(done);
    } catch (error) {
      await refuse(error).catch((reason: unknown) => setRefusal(refusalText(reason)));
    }
  }

  const checkAndSend = form.handleSubmit(send, () => {
    setRefusal(WRONG);
    showWrong();
  });

  async function save(event?: SyntheticEvent) {
    event?.preventDefault();
    await runOnce(checkAndSend);
  }

  function resolveConflict(choice: "keep" | "discard" | "later") {
    if (conflict && choice !== "later") {
      editing.remember(conflict.now);
      rebase(conflict.now, choice === "keep" ? valuesOf(base) : form.getValues());
    }
    setConflict(null);
  }

  return {
    id,
    form,
    base,
    edited,
    isSaving,
    refusal: isCorrected ? null : refusal,
    conflict,
    save,
    follow: (next) => rebase(next, valuesOf(base)),
    refuse,
    showConflict: setConflict,
    resolveConflict,
  };
}
