"use client";

import { FormProvider } from "react-hook-form";
import { focusFirstError } from "@/components/form/focus-first-error";
import type { Owner, SettingsAnswer } from "@/lib/settings/client";
import { GlanceOfForm } from "./glance";
import { HistoryPanel } from "./history-panel";
import { PauseSwitch } from "./pause-switch";
import { SettingsConflict } from "./settings-conflict";
import { useSettingsContext } from "./settings-context";
import { SettingsHeader } from "./settings-header";
import { SettingsSaveBar } from "./settings-save-bar";
import { SettingsSections } from "./settings-sections";
import { Tabs } from "./tabs";
import { TryPanel } from "./try-panel";
import { useAddressTab } from "./use-address-tab";
import { useSettingsEditor } from "./use-settings-editor";

type SettingsEditorProps = { owner: Owner; answer: SettingsAnswer };

export function SettingsEditor({ owner, answer }: SettingsEditorProps) {
  const { timeZone } = useSettingsContext();
  const [tab, setTab] = useAddressTab();
  const editor = useSettingsEditor(owner, answer, () => setTab("settings"));

  function showFirstError() {
    setTab("settings");
    focusFirstError(editor.id);
  }

  const form = (
    <form id={editor.id} noValidate aria-label={`Settings of ${answer.name}`} onSubmit={editor.save}>
      <SettingsSections kind={owner.kind} />
    </form>
  );

  return (
    <FormProvider {...editor.form}>
      <div className="flex flex-col sm:min-h-[calc(100dvh-var(--spacing-bar)-14*var(--spacing)-1px)]">
        <SettingsHeader state={<PauseSwitch />} glance={<GlanceOfForm />} />
        <div className="grow">
          <Tabs
            label="Settings, history, simulation"
            chosen={tab}
            onChoose={setTab}
            tabs={[
              { name: "settings", label: "Settings", content: form },
              { name: "history", label: "History", content: tab === "history" && <HistoryPanel /> },
              { name: "try", label: "Simulate", content: <TryPanel onWrong={showFirstError} /> },
            ]}
          />
        </div>
        <SettingsSaveBar editor={editor} />
      </div>
      <SettingsConflict editor={editor} timeZone={timeZone} />
    </FormProvider>
  );
}
