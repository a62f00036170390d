import type { Owner } from "@/lib/settings/client";
import { AtOnceSections } from "./sections/at-once-sections";
import { DurationSection } from "./sections/duration-section";
import { HoursSection } from "./sections/hours-section";
import { RulesSection } from "./sections/rules-section";
import { StatementsSection } from "./sections/statements-section";
import { VoiceSection } from "./sections/voice-section";

export function SettingsSections({ kind }: { kind: Owner["kind"] }) {
  return (
    <>
      <DurationSection />
      <AtOnceSections kind={kind} />
      {kind === "buyer" && <StatementsSection />}
      <HoursSection />
      <RulesSection />
      <VoiceSection />
    </>
  );
}
