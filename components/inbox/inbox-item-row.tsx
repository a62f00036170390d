"use client";

import { callerText } from "@/components/call/caller-text";
import { Button } from "@/components/ui/button";
import { CheckboxBox } from "@/components/ui/checkbox-box";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { InboxAction, InboxItem } from "@/lib/inbox/contract";
import { itemSentence } from "./item-sentence";
import { PayloadDetails } from "./payload-details";
import { PreviewLine } from "./preview-line";

type InboxItemRowProps = {
  item: InboxItem;
  timeZone: string;
  selected: boolean;
  mayAct: boolean;
  /** The action that runs. */
  busy: InboxAction | null;
  onSelect: (selected: boolean) => void;
  onAct: (action: InboxAction) => void;
};

export const ACTION_LABELS: Record<InboxAction, string> = {
  match: "Match to a call",
  accept: "Accept",
  retry: "Retry",
  dismiss: "Dismiss",
};

/** Reasons for which the problem adds to the sentence. */
const SAYS_MORE: ReadonlySet<string> = new Set(["refused", "outside_limits", "reused_event_id"]);

export function InboxItemRow({ item, timeZone, selected, mayAct, busy, onSelect, onAct }: InboxItemRowProps) {
  const sentence = itemSentence(item);
  const actions = mayAct ? item.actions : [];
  const tellsMore = SAYS_MORE.has(item.reason) && item.problem !== item.preview?.rejected;
  return (
    <li className="flex gap-3 border-b py-3 last:border-b-0">
      {actions.length > 0 && (
        <span className="pt-0.5">
          <CheckboxBox
            aria-label={`Select: ${sentence}`}
            data-inbox-item={item.id}
            checked={selected}
            onChange={(event) => onSelect(event.target.checked)}
          />
        </span>
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-2 sm:flex-row">
        <div className="min-w-0 flex-1 space-y-1 text-13">
          <p className="text-pretty font-medium">{sentence}</p>
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-12 text-ink-muted">
            <RelativeTime at={item.received_at} timeZone={timeZone} />
            {item.times > 1 && (
              <span className="tabular-nums">
                received {item.times} times, last <RelativeTime at={item.last_received_at} timeZone={timeZone} />
              </span>
            )}
            {!sentence.startsWith(item.actor.name) && <span>{item.actor.name}</span>}
            {item.call && (
              <TextLink href={`/calls/${item.call.id}`} prefetch={false}>
                Call {item.call.id}
                {item.call.caller !== undefined && `, ${callerText(item.call.caller)}`}
              </TextLink>
            )}
          </p>
          {item.problem && tellsMore && <p className="text-12 text-ink-muted">{item.problem}</p>}
          {item.preview && (
            <p className="text-12">
              <PreviewLine preview={item.preview} />
            </p>
          )}
          <PayloadDetails item={item} />
          {item.resolved && <ResolvedLine resolved={item.resolved} timeZone={timeZone} />}
        </div>
        {actions.length > 0 && (
          <div className="flex flex-wrap content-start gap-2 sm:justify-end">
            {actions.map((action) => (
              <Button
                key={action}
                size="sm"
                busy={busy === action}
                onClick={() => onAct(action)}
                aria-label={`${ACTION_LABELS[action]}: ${sentence}`}
              >
                {ACTION_LABELS[action]}
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

function ResolvedLine({ resolved, timeZone }: { resolved: NonNullable<InboxItem["resolved"]>; timeZone: string }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-12 text-ink-muted">
      <Status tone={resolved.resolution === "dismissed" ? "neutral" : "positive"}>{resolved.resolution}</Status>
      <span>by {resolved.by.name}</span>
      <RelativeTime at={resolved.at} timeZone={timeZone} />
    </p>
  );
}
