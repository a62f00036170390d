"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { changesQuery } from "@/lib/call/client/change";
import type { Change, TokenChange } from "@/lib/call/contract/change";
import { ChangePartsList } from "./change-parts-list";
import { historyLines } from "./history-lines";
import { mechanismText } from "./mechanism-text";
import { TokenChangesList } from "./token-changes-list";

type HistorySectionProps = { callId: number; timeZone: string };

export function HistorySection({ callId, timeZone }: HistorySectionProps) {
  const { data } = useSuspenseQuery(changesQuery(callId));
  const lines = historyLines(data.changes, data.token_changes ?? []);
  return (
    <Section title="History">
      {lines.length === 0 ? (
        <p className="text-13 text-ink-muted">No conversion activity yet.</p>
      ) : (
        <ol className="text-13">
          {lines.map((line) =>
            line.kind === "change" ? (
              <ChangeLine key={line.change.version} change={line.change} timeZone={timeZone} />
            ) : (
              <TokensLine
                key={`tokens ${line.at} ${line.tokens[0]?.actor.name}`}
                tokens={line.tokens}
                timeZone={timeZone}
              />
            ),
          )}
        </ol>
      )}
    </Section>
  );
}

function ChangeLine({ change, timeZone }: { change: Change; timeZone: string }) {
  return (
    <Line what={change} timeZone={timeZone}>
      <ChangePartsList change={change} />
      {change.reason && <p className="mt-0.5 break-words text-ink-muted">“{change.reason}”</p>}
      {change.occurred_at && (
        <p className="text-12 text-ink-muted">
          Occurred <RelativeTime at={change.occurred_at} timeZone={timeZone} />
        </p>
      )}
    </Line>
  );
}

function TokensLine({ tokens, timeZone }: { tokens: readonly TokenChange[]; timeZone: string }) {
  const [first] = tokens;
  return (
    first && (
      <Line what={first} timeZone={timeZone}>
        <TokenChangesList tokens={tokens} />
      </Line>
    )
  );
}

type LineProps = {
  what: Pick<Change, "changed_at" | "actor" | "mechanism">;
  timeZone: string;
  children: ReactNode;
};

function Line({ what, timeZone, children }: LineProps) {
  return (
    <li className="grid gap-x-4 border-b py-2 last:border-b-0 sm:grid-cols-[7rem_12rem_minmax(0,1fr)]">
      <RelativeTime at={what.changed_at} timeZone={timeZone} className="text-ink-muted" />
      <span>
        <span className="font-medium">{what.actor.name}</span>{" "}
        <span className="text-ink-muted">{mechanismText(what.mechanism)}</span>
      </span>
      <div className="min-w-0">{children}</div>
    </li>
  );
}
