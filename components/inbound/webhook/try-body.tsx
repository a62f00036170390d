import { useState } from "react";
import { OutcomeStatus } from "@/components/inbound/event/event-words";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control-class";
import { TextLink } from "@/components/ui/text-link";
import { useTryWebhook } from "@/lib/inbound/client/webhook";
import type { BuyerWebhook, TriedWebhookBody } from "@/lib/inbound/contract/webhook";
import { refusalText } from "@/lib/platform/client/refusal-text";

type TryBodyProps = { buyerId: number; fields: BuyerWebhook["fields"] };

/** Tests a payload with the edited mapping; nothing is saved. */
export function TryBody({ buyerId, fields }: TryBodyProps) {
  const [body, setBody] = useState("");
  const attempt = useTryWebhook(buyerId);
  return (
    <div className="space-y-2">
      <label htmlFor={`try-body-${buyerId}`} className="block font-medium">
        Test payload
      </label>
      <textarea
        id={`try-body-${buyerId}`}
        value={body}
        rows={4}
        spellCheck={false}
        placeholder='{"lead": {"status": "SOLD"}}'
        onChange={(event) => setBody(event.target.value)}
        className={`${controlClass} h-auto! py-1.5 font-mono`}
      />
      <Button busy={attempt.isPending} disabled={body.trim() === ""} onClick={() => attempt.mutate({ body, fields })}>
        Test
      </Button>
      <div aria-live="polite" className="text-12">
        {attempt.error && <p className="text-negative">{refusalText(attempt.error)}</p>}
        {attempt.data && <Tried tried={attempt.data} />}
      </div>
    </div>
  );
}

function Tried({ tried }: { tried: TriedWebhookBody }) {
  const { outcome, problem, call_id: call, reads, ignored } = tried;
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap gap-x-2">
        <OutcomeStatus outcome={outcome} />
        {call !== null && <TextLink href={`/calls/${call}`}>Call {call}</TextLink>}
        {problem && <span>{problem}</span>}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 font-mono">
        {Object.entries(reads).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-muted">{name}</dt>
            <dd className="break-all">{typeof value === "string" ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
      {ignored.length > 0 && <p className="text-ink-muted">Fields not read: {ignored.join(", ")}</p>}
    </div>
  );
}
