"use client";

import { useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { AddButton } from "../fields/add-button";
import { RemoveButton } from "../fields/remove-button";
import { NEW_TOKEN_CONDITION, TokenFields } from "../rules/token-fields";
import type { SettingsForm } from "../settings-form";
import { SettingsSection } from "../settings-section";
import { NeverDecides } from "./never-decides";
import { PhraseFields } from "./phrase-fields";

const PATH = "settings.voice_agent";

export function VoiceSection() {
  const { field } = useController<SettingsForm, typeof PATH>({ name: PATH });
  const voice = field.value;
  const { enabled, phrases, tokens } = voice;
  return (
    <SettingsSection
      section="voice"
      title="Voice agent"
      about="Converts the call when a phrase is said or the agent extracts a token. One match is enough."
    >
      <Checkbox
        label="Convert by phrase or token"
        checked={enabled}
        onChange={(event) => field.onChange({ ...voice, enabled: event.target.checked })}
      />
      {enabled && <NeverDecides />}
      {(enabled || phrases.length + tokens.length > 0) && (
        <div className="space-y-4 pl-6">
          <fieldset className="space-y-3">
            <legend className="font-medium text-13">Phrases</legend>
            {phrases.map((phrase, position) => (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone.
                key={position}
                className="flex items-start gap-2 border-b pb-3"
              >
                <PhraseFields
                  path={`${PATH}.phrases.${position}`}
                  phrase={phrase}
                  onChange={(next) => field.onChange({ ...voice, phrases: phrases.with(position, next) })}
                />
                <RemoveButton
                  what="this phrase"
                  onClick={() => field.onChange({ ...voice, phrases: phrases.toSpliced(position, 1) })}
                />
              </div>
            ))}
            <AddButton
              onClick={() =>
                field.onChange({ ...voice, phrases: [...phrases, { text: "", speaker: null, excluding: [] }] })
              }
            >
              Add phrase
            </AddButton>
          </fieldset>
          <fieldset className="space-y-3">
            <legend className="font-medium text-13">Tokens</legend>
            {tokens.map((token, position) => (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone.
                key={position}
                className="flex items-start gap-2"
              >
                <TokenFields
                  path={`${PATH}.tokens.${position}`}
                  condition={token}
                  onChange={(next) => field.onChange({ ...voice, tokens: tokens.with(position, next) })}
                />
                <RemoveButton
                  what="this token"
                  onClick={() => field.onChange({ ...voice, tokens: tokens.toSpliced(position, 1) })}
                />
              </div>
            ))}
            <AddButton onClick={() => field.onChange({ ...voice, tokens: [...tokens, NEW_TOKEN_CONDITION] })}>
              Add token
            </AddButton>
          </fieldset>
        </div>
      )}
    </SettingsSection>
  );
}
