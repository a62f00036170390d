"use client";

import { useQuery } from "@tanstack/react-query";
import { callerText } from "@/components/call/caller-text";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { longTime } from "@/components/ui/time-text";
import { isUuid, parseId } from "@/lib/base/ids";
import type { Call } from "@/lib/call/contract/call";
import { inboxItemQuery, type ResolveInput } from "@/lib/inbox/client";
import { type InboxItem, ResolveInbox } from "@/lib/inbox/contract";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { itemSentence } from "./item-sentence";
import { PreviewLine } from "./preview-line";

type MatchDialogProps = {
  item: InboxItem;
  timeZone: string;
  /** Answers why it could not be matched; null if it was. */
  onMatch: (request: ResolveInput) => Promise<string | null>;
  onClose: () => void;
};

/** A match can be sent only after its preview was shown. */
export function MatchDialog({ item, timeZone, onMatch, onClose }: MatchDialogProps) {
  const { form, ...submission } = useServerForm({
    contract: ResolveInbox,
    requestOf: ({ call }) => ({ action: "match" as const, ids: [String(item.id)], call: call.trim() }),
    defaultValues: { call: "" },
    send: onMatch,
    onSaved: (problem) => problem !== null && form.setError("call", { type: "server", message: problem }),
  });
  const text = form.watch("call").trim();
  const call = isUuid(text) || parseId(text) !== null ? text : null;
  const candidates = useQuery(inboxItemQuery(item.id, null));
  const matched = useQuery({ ...inboxItemQuery(item.id, call), enabled: call !== null });
  const preview = call === null ? null : matched.data?.item.preview;
  return (
    <DialogForm
      title="Match to a call"
      form={submission}
      submitLabel="Match"
      disabled={call === null || !matched.data || preview?.rejected !== undefined}
      refusalTitle="Nothing was matched"
      onClose={onClose}
    >
      <p>{itemSentence(item)}</p>
      <Candidates
        calls={candidates.data?.candidates ?? []}
        timeZone={timeZone}
        onChoose={(chosen) => form.setValue("call", chosen)}
      />
      <Field label="Call" hint="Call ID or UUID" error={form.formState.errors.call?.message}>
        <TextInput autoComplete="off" {...form.register("call")} />
      </Field>
      <p aria-live="polite" className="min-h-5">
        {call !== null && matched.error && refusalText(matched.error)}
        {call !== null && matched.data && <PreviewLine preview={preview ?? null} />}
      </p>
    </DialogForm>
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
