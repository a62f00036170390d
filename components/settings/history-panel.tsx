"use client";

import { useQuery } from "@tanstack/react-query";
import { Alert } from "@/components/ui/alert";
import { Loading } from "@/components/ui/loading";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { type SettingsVersion, settingsHistoryQuery } from "@/lib/settings/client";
import { editorName } from "./editor-name";
import { useSettingsContext } from "./settings-context";
import { VersionChangesList } from "./version-changes-list";
import { startingSettings } from "./words/starting-settings";
import { versionChanges } from "./words/version-changes";

export function HistoryPanel() {
  const { owner, timeZone } = useSettingsContext();
  const { data: versions, error } = useQuery(settingsHistoryQuery(owner));
  if (error) return <Alert tone="negative" title={`Couldn’t load the history. ${refusalText(error)}`} />;
  if (!versions) {
    return (
      <Loading label="Loading the history…">
        <Skeleton className="mt-6 h-4 w-80" />
      </Loading>
    );
  }
  if (versions.length === 0) return <p className="py-6 text-13 text-ink-muted">No changes yet.</p>;
  return (
    <ol aria-label="Versions, newest first" className="text-13">
      {versions.map((version, position) => (
        <HistoryLine
          key={version.version}
          version={version}
          before={versions[position + 1]?.settings ?? startingSettings(owner.kind)}
          timeZone={timeZone}
        />
      ))}
    </ol>
  );
}

type HistoryLineProps = { version: SettingsVersion; before: SettingsVersion["settings"]; timeZone: string };

function HistoryLine({ version, before, timeZone }: HistoryLineProps) {
  return (
    <li className="grid gap-x-4 gap-y-1 border-b py-3 last:border-b-0 sm:grid-cols-[7rem_12rem_minmax(0,1fr)]">
      <RelativeTime at={version.valid_from} timeZone={timeZone} className="text-ink-muted" />
      <span>
        <span className="font-medium">{editorName(version.by)}</span>{" "}
        <span className="text-ink-muted">version {version.version}</span>
      </span>
      <div className="min-w-0">
        <VersionChangesList changes={versionChanges(before, version.settings)} />
        {version.note && <p className="mt-0.5 break-words text-ink-muted">“{version.note}”</p>}
      </div>
    </li>
  );
}
