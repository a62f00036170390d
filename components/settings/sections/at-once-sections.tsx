import type { Owner } from "@/lib/settings/client";
import { CheckboxField } from "../fields/checkbox-field";
import { SettingsSection } from "../settings-section";

/** The mechanisms that are a switch and nothing else. */
export function AtOnceSections({ kind }: { kind: Owner["kind"] }) {
  return (
    <>
      <SettingsSection section="dialled" title="Converts when dialled" about="Without waiting for how the call goes.">
        <CheckboxField
          name="settings.converts_when_dialled"
          label="Every call converts as soon as it is known"
          hint="Also those that nobody answers."
        />
      </SettingsSection>
      {kind === "offer" && (
        <SettingsSection section="with_buyer" title="Converts with the buyer" about="For sources paid per sale.">
          <CheckboxField
            name="settings.converts_with_buyer"
            label="Goes where the buyer side goes"
            hint="Converts and un-converts with the buyer, as long as nobody said anything about the traffic source’s side."
          />
        </SettingsSection>
      )}
    </>
  );
}
