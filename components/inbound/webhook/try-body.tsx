import { FormRefusal } from "@/components/form/form-refusal";
import { useServerForm } from "@/components/form/use-server-form";
import { OutcomeStatus } from "@/components/inbound/event/event-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { TextLink } from "@/components/ui/text-link";
import { useTryWebhook } from "@/lib/inbound/client/webhook";
import { type BuyerWebhook, type TriedWebhookBody, TryWebhookBody } from "@/lib/inbound/contract/webhook";

type TryBodyProps = { buyerId: number; fields: BuyerWebhook["fields"] };

/** Tests a payload with the edited mapping; nothing is saved. */
export function TryBody({ buyerId, fields }: TryBodyProps) {
  const attempt = useTryWebhook(buyerId);
  const { form, id, submit, busy, refusal } = useServerForm({
    contract: TryWebhookBody,
    requestOf: ({ body }) => ({ body, fields }),
    defaultValues: { body: "" },
    send: attempt.mutateAsync,
  });
  return (
    <form id={id} noValidate onSubmit={submit} className="space-y-2">
      <Field label="Test payload" error={form.formState.errors.body?.message}>
        <TextArea
          rows={4}
          spellCheck={false}
          className="font-mono"
          placeholder='{"lead": {"status": "SOLD"}}'
          {...form.register("body")}
        />
      </Field>
      <Button type="submit" busy={busy} disabled={form.watch("body").trim() === ""}>
        Test
      </Button>
      <div aria-live="polite" className="text-12">
        <FormRefusal refusal={refusal} title="Nothing was tested" />
        {attempt.data && <Tried tried={attempt.data} />}
      </div>
    </form>
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
