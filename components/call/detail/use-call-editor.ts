"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { type Editor, useEditor } from "@/components/form/use-editor";
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
import { type CallForm, differingFields, type EditedField, fieldOf, formValues, updateOf } from "./call-form";
import { type FieldErrors, fieldErrors } from "./field-errors";
import { type CallPreview, useCallPreview } from "./use-call-preview";

export type CallEditor = Omit<Editor<Call, CallForm, EditedField, Change>, "edited"> & {
  readonly values: CallForm;
  readonly edited: readonly EditedField[];
  readonly preview: CallPreview;
  /** Errors of the preview and of the last save. */
  readonly errors: FieldErrors;
  readonly returnToAutomatic: (side: SideInput["side"]) => Promise<void>;
  readonly lock: (side: LockInput["side"], locked: boolean) => Promise<void>;
};

export function useCallEditor(call: Call, decimals: number): CallEditor {
  const queryClient = useQueryClient();
  const update = useUpdateCall(call.id);
  const automatic = useReturnToAutomatic(call.id);
  const locking = useLockSide(call.id);
  const { edited: _, ...editor } = useEditor<Call, CallForm, EditedField, Change>(call, {
    valuesOf: formValues,
    differing: differingFields,
    withParts: (onto, from, fields) => ({
      ...onto,
      ...Object.fromEntries(fields.map((field) => [field, from[field]])),
      ...(fields.length > 0 && { reason: from.reason }),
    }),
    wrongFields: (base, values) => fieldErrors(base, values, decimals),
    fieldOf,
    send: async (base, values) => {
      const { call: saved, changed } = await update.mutateAsync(updateOf(base, values) ?? {});
      return { saved, done: changed ? "Changes saved" : "No changes: the call already had these values" };
    },
    conflictOf: async (error) => {
      const stale = StaleCallMembers.safeParse(error instanceof ApiError ? error.problem : null).data;
      return stale ? { now: stale.call, changes: stale.changes } : null;
    },
    remember: (now) => queryClient.setQueryData(callQuery(call.id).queryKey, now),
  });
  const { form, base } = editor;
  const values = form.watch();
  const edited = differingFields(values, formValues(base));
  const preview = useCallPreview(base, values, decimals);
  const refused = Object.entries(form.formState.errors).map(([field, error]) => [field, error?.message]);

  async function setSide(sending: Promise<{ call: Call }>, done: string) {
    try {
      editor.follow((await sending).call);
      toast.success(done);
    } catch (error) {
      await editor.refuse(error);
    }
  }

  const version = String(base.version);
  return {
    ...editor,
    values,
    edited,
    preview,
    errors: { ...preview.errors, ...Object.fromEntries(refused) },
    returnToAutomatic: (side) => setSide(automatic.mutateAsync({ side, version }), "Returned to automatic"),
    lock: (side, locked) => setSide(locking.mutateAsync({ side, locked, version }), locked ? "Locked" : "Unlocked"),
  };
}
