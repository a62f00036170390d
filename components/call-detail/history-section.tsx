"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { changesQuery } from "@/lib/api-client/changes";
import type { Change } from "@/lib/contracts/changes";
import { ChangePartsList } from "./change-parts-list";
import { mechanismText } from "./mechanism-text";

type HistorySectionProps = { callId: number; timeZone: string };

export function HistorySection({ callId, timeZone }: HistorySectionProps) {
  const { data: changes } = useSuspenseQuery(changesQuery(callId));
  return (
    <Section title="History">
      {changes.length === 0 ? (
        <p className="text-13 text-ink-muted">No conversion activity yet.</p>
      ) : (
        <ol className="text-13">
          {changes.map((change) => (
            <HistoryLine key={change.version} change={change} timeZone={timeZone} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function HistoryLine({ change, timeZone }: { change: Change; timeZone: string }) {
  return (
    <li className="grid gap-x-4 border-b py-2 last:border-b-0 sm:grid-cols-[7rem_12rem_minmax(0,1fr)]">
      <RelativeTime at={change.changed_at} timeZone={timeZone} className="text-ink-muted" />
      <span>
        <span className="font-medium">{change.actor.name}</span>{" "}
        <span className="text-ink-muted">{mechanismText(change.mechanism)}</span>
      </span>
      <div className="min-w-0">
        <ChangePartsList change={change} />
        {change.reason && <p className="mt-0.5 break-words text-ink-muted">“{change.reason}”</p>}
        {change.occurred_at && (
          <p className="text-12 text-ink-muted">
            it happened <RelativeTime at={change.occurred_at} timeZone={timeZone} />
          </p>
        )}
      </div>
    </li>
  );
}
