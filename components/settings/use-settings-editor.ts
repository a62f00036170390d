"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { toast } from "sonner";
import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";
import {
  type Owner,
  type SettingsAnswer,
  type SettingsVersion,
  settingsHistoryQuery,
  settingsQuery,
  useSaveSettings,
} from "@/lib/settings/client";
import { editedSections, withSections } from "./edited-sections";
import { placeErrors } from "./place-errors";
import { settingsResolver } from "./settings-errors";
import { formValues, type SettingsForm, updateOf } from "./settings-form";

/** The settings as they are now, and the edits since the version that was loaded. */
type Conflict = { readonly answer: SettingsAnswer; readonly versions: readonly SettingsVersion[] };

export type SettingsEditor = {
  readonly form: UseFormReturn<SettingsForm>;
  /** The settings that the edits started from. */
  readonly base: SettingsAnswer;
  readonly isSaving: boolean;
  readonly refusal: string | null;
  readonly conflict: Conflict | null;
  readonly save: () => Promise<void>;
  readonly resolveConflict: (choice: "keep" | "discard" | "later") => void;
};

const WRONG = "Nothing was saved. Correct the marked fields.";

export function useSettingsEditor(owner: Owner, answer: SettingsAnswer, onWrong: () => void): SettingsEditor {
  const [base, setBase] = useState(answer);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const queryClient = useQueryClient();
  const saving = useSaveSettings(owner);
  const form = useForm<SettingsForm>({
    defaultValues: formValues(answer),
    resolver: settingsResolver(owner.kind, base.version),
    shouldFocusError: false,
  });

  /** Starts from another version of the settings; sections that differ from the reference keep their edits. */
  function rebase(next: SettingsAnswer, reference: SettingsForm) {
    const now = form.getValues();
    const editedHere = editedSections(now, reference);
    setBase(next);
    setRefusal(null);
    form.reset(withSections(formValues(next), editedHere.length > 0 ? now : { ...now, note: "" }, editedHere));
  }

  async function refuse(error: unknown) {
    const problem = error instanceof ApiError ? error.problem : null;
    if (problem?.status === 409) {
      const [now, versions] = await Promise.all([
        queryClient.fetchQuery({ ...settingsQuery(owner), staleTime: 0 }),
        queryClient.fetchQuery({ ...settingsHistoryQuery(owner), staleTime: 0 }),
      ]);
      setConflict({ answer: now, versions: versions.filter(({ version }) => version > base.version) });
      return;
    }
    const loose = placeErrors(form, problem?.errors ?? {});
    setRefusal([refusalText(error), ...loose].join(" "));
    if (problem?.errors) onWrong();
  }

  async function send(sent: SettingsForm) {
    if (saving.isPending || editedSections(sent, formValues(base)).length === 0) return;
    setRefusal(null);
    try {
      rebase(await saving.mutateAsync(updateOf(owner.kind, base.version, sent)), sent);
      toast.success("Settings saved. They apply to calls that start from now on.");
    } catch (error) {
      await refuse(error).catch((reason: unknown) => setRefusal(refusalText(reason)));
    }
  }

  const save = form.handleSubmit(send, () => {
    setRefusal(WRONG);
    onWrong();
  });

  return {
    form,
    base,
    isSaving: saving.isPending,
    refusal,
    conflict,
    save: () => save(),
    resolveConflict: (choice) => {
      if (conflict && choice !== "later") {
        queryClient.setQueryData(settingsQuery(owner).queryKey, conflict.answer);
        rebase(conflict.answer, choice === "keep" ? formValues(base) : form.getValues());
      }
      setConflict(null);
    },
  };
}
