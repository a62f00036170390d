"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type Editor, useEditor } from "@/components/form/use-editor";
import { ApiError } from "@/lib/platform/client/api-error";
import {
  type Owner,
  type SettingsAnswer,
  type SettingsUpdate,
  type SettingsVersion,
  settingsHistoryQuery,
  settingsQuery,
  useSaveSettings,
} from "@/lib/settings/client";
import { editedSections, withSections } from "./edited-sections";
import type { SectionId } from "./section-id";
import { wrongFields } from "./settings-errors";
import { fieldOf, formValues, type SettingsForm, updateOf } from "./settings-form";

const ON_THE_PAGE = /^(note|settings\..+|prices\..+|payouts\..+)$/;

export type SettingsEditor = Editor<SettingsAnswer, SettingsForm, SectionId, SettingsVersion>;

export function useSettingsEditor(owner: Owner, answer: SettingsAnswer, onWrong: () => void): SettingsEditor {
  const queryClient = useQueryClient();
  const saving = useSaveSettings(owner);
  return useEditor<SettingsAnswer, SettingsForm, SectionId, SettingsVersion>(answer, {
    valuesOf: formValues,
    differing: editedSections,
    withParts: (onto, from, sections) =>
      withSections(onto, sections.length > 0 ? from : { ...from, note: "" }, sections),
    wrongFields: ({ version }, values) => wrongFields(owner.kind, version, values),
    fieldOf: (path, values) => (ON_THE_PAGE.test(path) ? fieldOf(path, values) : null),
    send: async (base, values) => ({
      saved: await saving.mutateAsync(requestOf(owner.kind, base, values)),
      done: "Settings saved. They apply to calls that start from now on.",
    }),
    conflictOf: async (error, base) => {
      if (!(error instanceof ApiError) || error.status !== 409) return null;
      const [now, versions] = await Promise.all([
        queryClient.fetchQuery({ ...settingsQuery(owner), staleTime: 0 }),
        queryClient.fetchQuery({ ...settingsHistoryQuery(owner), staleTime: 0 }),
      ]);
      return { now, changes: versions.filter(({ version }) => version > base.version) };
    },
    remember: (now) => queryClient.setQueryData(settingsQuery(owner).queryKey, now),
    onWrong,
  });
}

/** Prices that weren't edited are left out: saving them takes a permission of its own. */
function requestOf(kind: Owner["kind"], base: SettingsAnswer, values: SettingsForm): SettingsUpdate {
  const update = updateOf(kind, base.version, values);
  if (editedSections(values, formValues(base)).includes("prices")) return update;
  return { ...update, prices: undefined, payouts: undefined };
}
