"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { callerText } from "@/components/call/caller-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { longTime } from "@/components/ui/time-text";
import type { Call } from "@/lib/call/contract/call";
import { inboxItemQuery } from "@/lib/inbox/client";
import type { InboxItem } from "@/lib/inbox/contract";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { itemSentence } from "./item-sentence";
import { PreviewLine } from "./preview-line";

type MatchDialogProps = {
  item: InboxItem | null;
  timeZone: string;
  busy: boolean;
  onMatch: (call: string) => void;
  onCancel: () => void;
};

const CALL = /^([1-9][0-9]{0,15}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export function MatchDialog({ item, timeZone, busy, onMatch, onCancel }: MatchDialogProps) {
  const [text, setText] = useState("");
  const call = CALL.test(text.trim()) ? text.trim() : null;
  const candidates = useQuery({ ...inboxItemQuery(item?.id ?? 0, null), enabled: item !== null });
  const matched = useQuery({ ...inboxItemQuery(item?.id ?? 0, call), enabled: item !== null && call !== null });
  const close = () => {
    setText("");
    onCancel();
  };
  return (
    <Dialog
      open={item !== null}
      title="Match to a call"
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={call === null || !matched.data || matched.data.item.preview?.rejected !== undefined}
            onClick={() => call !== null && onMatch(call)}
          >
            Match
          </Button>
        </>
      }
    >
      <div className="space-y-3 text-13">
        {item && <p>{itemSentence(item)}</p>}
        <Candidates calls={candidates.data?.candidates ?? []} timeZone={timeZone} onChoose={setText} />
        <Field label="Call" hint="Call ID or UUID">
          <TextInput value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
        </Field>
        <p aria-live="polite" className="min-h-5 text-ink">
          {call !== null && matched.error && refusalText(matched.error)}
          {call !== null && matched.data && <PreviewLine preview={matched.data.item.preview} />}
        </p>
      </div>
    </Dialog>
  );
}

type CandidatesProps = { calls: readonly Call[]; timeZone: string; onChoose: (call: string) => void };

function Candidates({ calls, timeZone, onChoose }: CandidatesProps) {
  if (calls.length === 0) return null;
  return (
    <div>
      <p className="mb-1 font-medium text-ink">Calls from this caller around that time</p>
      <ul className="max-h-48 space-y-1 overflow-auto">
        {calls.map((call) => (
          <li key={call.id}>
            <Button size="sm" onClick={() => onChoose(String(call.id))}>
              {call.id} · {longTime(new Date(call.started_at), timeZone)} · {callerText(call.caller)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
