import { useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control-class";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { useTryWebhook } from "@/lib/inbound/client/webhook";
import type { BuyerWebhook, TriedWebhookBody } from "@/lib/inbound/contract/webhook";
import { refusalText } from "@/lib/platform/client/refusal-text";

type TryBodyProps = { buyerId: number; fields: BuyerWebhook["fields"] };

const TONES: Readonly<Record<string, Tone>> = { taken: "positive", waiting: "caution", refused: "negative" };

/** Reads a sample as a post would be read, by the mapping as it is edited; nothing is saved. */
export function TryBody({ buyerId, fields }: TryBodyProps) {
  const [body, setBody] = useState("");
  const attempt = useTryWebhook(buyerId);
  return (
    <div className="space-y-2">
      <label htmlFor={`try-body-${buyerId}`} className="block font-medium">
        Try a body
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
        Try it
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
        <Status tone={TONES[outcome] ?? "neutral"}>{outcome}</Status>
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
      {ignored.length > 0 && <p className="text-ink-muted">Not read: {ignored.join(", ")}</p>}
    </div>
  );
}
