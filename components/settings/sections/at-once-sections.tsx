import type { Owner } from "@/lib/settings/client";
import { CheckboxField } from "../fields/checkbox-field";
import { SettingsSection } from "../settings-section";

export function AtOnceSections({ kind }: { kind: Owner["kind"] }) {
  return (
    <>
      <SettingsSection
        section="dialled"
        title="Converts when dialled"
        about="Converts every call, whatever its outcome."
      >
        <CheckboxField
          name="settings.converts_when_dialled"
          label="Convert every call as soon as it arrives"
          hint="Includes calls that nobody answers."
        />
      </SettingsSection>
      {kind === "offer" && (
        <SettingsSection
          section="with_buyer"
          title="Converts with the buyer"
          about="For traffic sources paid per sale."
        >
          <CheckboxField
            name="settings.converts_with_buyer"
            label="Follow the buyer side"
            hint="The traffic source side converts and reverses with the buyer side until someone updates it directly."
          />
        </SettingsSection>
      )}
    </>
  );
}
