"use client";

import { useId } from "react";
import { FormProvider } from "react-hook-form";
import { focusFirstError } from "@/components/form/focus-first-error";
import { BuyerWebhookSection } from "@/components/inbound/webhook/buyer-webhook-section";
import { useSaveShortcut } from "@/components/ui/use-save-shortcut";
import type { Owner, SettingsAnswer } from "@/lib/settings/client";
import { ConflictDialog } from "./conflict-dialog";
import { GlanceOfForm } from "./glance";
import { HistoryPanel } from "./history-panel";
import { PauseSwitch } from "./pause-switch";
import { SaveBar } from "./save-bar";
import { useSettingsContext } from "./settings-context";
import { SettingsHeader } from "./settings-header";
import { SettingsSections } from "./settings-sections";
import { Tabs } from "./tabs";
import { TryPanel } from "./try-panel";
import { useAddressTab } from "./use-address-tab";
import { useSettingsEditor } from "./use-settings-editor";

type SettingsEditorProps = { owner: Owner; answer: SettingsAnswer };

export function SettingsEditor({ owner, answer }: SettingsEditorProps) {
  const { timeZone } = useSettingsContext();
  const [tab, setTab] = useAddressTab();
  const formId = useId();
  const editor = useSettingsEditor(owner, answer, showFirstError);
  useSaveShortcut(formId);

  function showFirstError() {
    setTab("settings");
    focusFirstError(formId);
  }

  const form = (
    <form
      id={formId}
      noValidate
      aria-label={`Settings of ${answer.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void editor.save();
      }}
    >
      <SettingsSections kind={owner.kind} />
    </form>
  );

  const webhook = tab === "webhook" && (
    <div className="py-6">
      <BuyerWebhookSection buyerId={owner.id} mayEdit timeZone={timeZone} />
    </div>
  );

  return (
    <FormProvider {...editor.form}>
      <div className="flex flex-col sm:min-h-[calc(100dvh-var(--spacing-bar)-14*var(--spacing)-1px)]">
        <SettingsHeader kind={owner.kind} name={answer.name} state={<PauseSwitch />} glance={<GlanceOfForm />} />
        <div className="grow">
          <Tabs
            label={owner.kind === "buyer" ? "Settings, webhook, history, simulation" : "Settings, history, simulation"}
            chosen={tab}
            onChoose={setTab}
            tabs={[
              { name: "settings", label: "Settings", content: form },
              ...(owner.kind === "buyer" ? [{ name: "webhook" as const, label: "Webhook", content: webhook }] : []),
              { name: "history", label: "History", content: tab === "history" && <HistoryPanel /> },
              { name: "try", label: "Simulate", content: <TryPanel onWrong={showFirstError} /> },
            ]}
          />
        </div>
        <SaveBar editor={editor} formId={formId} />
      </div>
      <ConflictDialog editor={editor} timeZone={timeZone} />
    </FormProvider>
  );
}
