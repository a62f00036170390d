"use client";

import type { SettingsAnswer } from "@/lib/settings/client";
import { Glance } from "./glance";
import { HistoryPanel } from "./history-panel";
import { StateBadge } from "./pause-switch";
import { SECTION_LABELS, SECTIONS } from "./section-id";
import { SettingsHeader } from "./settings-header";
import { SettingsSection } from "./settings-section";
import { Tabs } from "./tabs";
import { useAddressTab } from "./use-address-tab";
import { settingsWords } from "./words/settings-words";

export function SettingsFacts({ answer }: { answer: SettingsAnswer }) {
  const [tab, setTab] = useAddressTab();
  const words = settingsWords(answer.settings, { amountsHidden: answer.amounts_hidden });
  const facts = (
    <>
      {SECTIONS.filter((section) => section !== "state" && words[section]).map((section) => (
        <SettingsSection key={section} section={section} title={SECTION_LABELS[section]}>
          <Lines lines={words[section] ?? []} numbered={section === "rules"} />
        </SettingsSection>
      ))}
    </>
  );
  return (
    <>
      <SettingsHeader
        state={<StateBadge active={answer.settings.active} />}
        glance={<Glance settings={answer.settings} />}
      />
      <p className="mb-4 text-13 text-ink-muted">You can view these settings. Ask an owner or admin to change them.</p>
      <Tabs
        label="Settings and history"
        chosen={tab === "history" ? tab : "settings"}
        onChoose={setTab}
        tabs={[
          { name: "settings", label: "Settings", content: facts },
          { name: "history", label: "History", content: tab === "history" && <HistoryPanel /> },
        ]}
      />
    </>
  );
}

function Lines({ lines, numbered }: { lines: readonly string[]; numbered: boolean }) {
  if (lines.length === 0) return <p className="text-13 text-ink-muted">None.</p>;
  const List = numbered ? "ol" : "ul";
  return (
    <List className={`space-y-1 text-13 ${numbered ? "list-inside list-decimal" : ""}`}>
      {lines.map((line, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences are told apart by their place alone.
        <li key={position} className="break-words">
          {line}
        </li>
      ))}
    </List>
  );
}
