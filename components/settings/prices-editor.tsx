"use client";

import { FormProvider } from "react-hook-form";
import { focusFirstError } from "@/components/form/focus-first-error";
import type { Owner, SettingsAnswer } from "@/lib/settings/client";
import { PayoutsSection } from "./sections/payouts-section";
import { PricesSection } from "./sections/prices-section";
import { SettingsConflict } from "./settings-conflict";
import { useSettingsContext } from "./settings-context";
import { SettingsSaveBar } from "./settings-save-bar";
import { useSettingsEditor } from "./use-settings-editor";

export function PricesEditor({ owner, answer }: { owner: Owner; answer: SettingsAnswer }) {
  const { timeZone } = useSettingsContext();
  const editor = useSettingsEditor(owner, answer, () => focusFirstError(editor.id));
  const isBuyer = owner.kind === "buyer";
  return (
    <FormProvider {...editor.form}>
      <div className="flex flex-col sm:min-h-[calc(100dvh-var(--spacing-bar)-46*var(--spacing)-1px)]">
        <form
          id={editor.id}
          noValidate
          aria-label={`${isBuyer ? "Prices" : "Payouts"} of ${answer.name}`}
          onSubmit={editor.save}
          className="grow"
        >
          {isBuyer ? <PricesSection /> : <PayoutsSection />}
        </form>
        <SettingsSaveBar editor={editor} />
      </div>
      <SettingsConflict editor={editor} timeZone={timeZone} />
    </FormProvider>
  );
}
