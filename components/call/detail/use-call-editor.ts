"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { toast } from "sonner";
import {
  callQuery,
  type LockInput,
  type SideInput,
  useLockSide,
  useReturnToAutomatic,
  useUpdateCall,
} from "@/lib/call/client/call";
import type { Call } from "@/lib/call/contract/call";
import type { Change } from "@/lib/call/contract/change";
import { StaleCallMembers } from "@/lib/call/contract/stale-call";
import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { type CallForm, differingFields, type EditedField, formValues, updateOf } from "./call-form";
import { type FieldErrors, fieldErrors } from "./field-errors";
import { placeErrors } from "./place-errors";
import { type CallPreview, useCallPreview } from "./use-call-preview";

/** The call as it is now, and its changes since the version that the edits started from. */
export type Conflict = { readonly call: Call; readonly changes: readonly Change[] };

export type CallEditor = {
  readonly form: UseFormReturn<CallForm>;
  readonly values: CallForm;
  /** The call that the edits started from. */
  readonly base: Call;
  readonly edited: readonly EditedField[];
  readonly preview: CallPreview;
  /** Errors of the preview and of the last save. */
  readonly errors: FieldErrors;
  readonly isSaving: boolean;
  readonly refusal: string | null;
  readonly conflict: Conflict | null;
  readonly save: () => void;
  readonly returnToAutomatic: (side: SideInput["side"]) => Promise<void>;
  readonly lock: (side: LockInput["side"], locked: boolean) => Promise<void>;
  readonly showConflict: (conflict: Conflict) => void;
  readonly resolveConflict: (choice: "keep" | "discard" | "later") => void;
};

export function useCallEditor(call: Call, decimals: number): CallEditor {
  const [base, setBase] = useState(call);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const queryClient = useQueryClient();
  const update = useUpdateCall(call.id);
  const automatic = useReturnToAutomatic(call.id);
  const locking = useLockSide(call.id);

  const form = useForm<CallForm>({
    defaultValues: formValues(call),
    resolver: (values) => {
      const wrong = Object.entries(fieldErrors(base, values, decimals));
      if (wrong.length === 0) return { values, errors: {} };
      return {
        values: {},
        errors: Object.fromEntries(wrong.map(([field, message]) => [field, { type: "invalid", message }])),
      };
    },
  });
  const values = form.watch();
  const edited = differingFields(values, formValues(base));
  const preview = useCallPreview(base, values, decimals);
  const refused = Object.entries(form.formState.errors).map(([field, error]) => [field, error?.message]);

  /** Starts from another version of the call; fields that differ from the reference keep their edits. */
  function rebase(next: Call, reference: CallForm) {
    const now = form.getValues();
    const editedHere = differingFields(now, reference);
    setBase(next);
    setRefusal(null);
    form.reset({
      ...formValues(next),
      ...Object.fromEntries(editedHere.map((field) => [field, now[field]])),
      ...(editedHere.length > 0 && { reason: now.reason }),
    });
  }

  const isUntouched = edited.length === 0 && !update.isPending;
  useEffect(() => {
    if (isUntouched && call !== base) rebase(call, form.getValues());
  });

  function refuse(error: unknown) {
    const problem = error instanceof ApiError ? error.problem : null;
    const stale = StaleCallMembers.safeParse(problem);
    if (stale.success) {
      setConflict(stale.data);
      return;
    }
    const loose = placeErrors(form, problem?.errors ?? {});
    setRefusal([refusalText(error), ...loose].join(" "));
  }

  const save = form.handleSubmit(async (sent) => {
    const input = updateOf(base, sent);
    if (!input || update.isPending) return;
    setRefusal(null);
    try {
      const answer = await update.mutateAsync(input);
      rebase(answer.call, sent);
      toast.success(answer.changed ? "Changes saved" : "No changes: the call already had these values");
    } catch (error) {
      refuse(error);
    }
  });

  async function setSide(sending: Promise<{ call: Call }>, done: string) {
    try {
      const answer = await sending;
      rebase(answer.call, formValues(base));
      toast.success(done);
    } catch (error) {
      refuse(error);
    }
  }

  const version = String(base.version);
  return {
    form,
    values,
    base,
    edited,
    preview,
    errors: { ...preview.errors, ...Object.fromEntries(refused) },
    isSaving: update.isPending,
    refusal,
    conflict,
    save: () => void save(),
    returnToAutomatic: (side) => setSide(automatic.mutateAsync({ side, version }), "Returned to automatic"),
    lock: (side, locked) => setSide(locking.mutateAsync({ side, locked, version }), locked ? "Locked" : "Unlocked"),
    showConflict: setConflict,
    resolveConflict: (choice) => {
      if (conflict && choice !== "later") {
        queryClient.setQueryData(callQuery(call.id).queryKey, conflict.call);
        rebase(conflict.call, choice === "keep" ? formValues(base) : form.getValues());
      }
      setConflict(null);
    },
  };
}
