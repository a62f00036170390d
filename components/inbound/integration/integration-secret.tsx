"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { ExactTime } from "@/components/ui/exact-time";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { TextInput } from "@/components/ui/text-input";
import { useRenewSecret } from "@/lib/inbound/client/integration";
import type { Integration, ProviderForm } from "@/lib/inbound/contract/integration";
import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { ShownOnce } from "./shown-once";

type IntegrationSecretProps = { source: Integration; maker: ProviderForm; mayEdit: boolean; timeZone: string };

/** The previous secret stays valid for a day unless it is revoked immediately. */
export function IntegrationSecret({ source, maker, mayEdit, timeZone }: IntegrationSecretProps) {
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState("");
  const [atOnce, setAtOnce] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const renew = useRenewSecret(source.id);
  const formId = useId();
  const label = maker.secret_label;

  function close() {
    if (renew.isPending) return;
    setOpen(false);
    setSecret("");
    setAtOnce(false);
    setRefusal(null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (renew.isPending) return;
    if (maker.secret_from_provider && secret.trim() === "") return setRefusal(`Enter the ${label.toLowerCase()}.`);
    setRefusal(null);
    try {
      await renew.mutateAsync({
        at_once: String(atOnce),
        ...(maker.secret_from_provider && { secret: secret.trim() }),
      });
      setOpen(false);
      setSecret("");
      setAtOnce(false);
    } catch (error) {
      setRefusal((error instanceof ApiError && error.problem.errors?.secret) || refusalText(error));
    }
  }

  return (
    <Section title={label} aside={mayEdit && <Button onClick={() => setOpen(true)}>New secret</Button>}>
      <ul className="space-y-1 text-13">
        {source.secrets.map(({ number, created_at, valid_until }) => (
          <li key={number}>
            Secret {number}, created <ExactTime at={created_at} timeZone={timeZone} />
            {valid_until ? (
              <span className="text-ink-muted">
                , valid until <ExactTime at={valid_until} timeZone={timeZone} />
              </span>
            ) : (
              ""
            )}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-13 text-ink-muted">{maker.secret_hint}</p>
      {renew.data?.secret && <ShownOnce secret={renew.data.secret} secretLabel={label} />}
      <Dialog
        open={open}
        title={maker.secret_from_provider ? `Replace the ${label.toLowerCase()}` : "Create a new secret?"}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary" busy={renew.isPending}>
              {maker.secret_from_provider ? "Save secret" : "Create secret"}
            </Button>
          </>
        }
      >
        <form id={formId} noValidate onSubmit={submit} className="space-y-3 pt-2 text-ink">
          <p>The current secret stays valid for 24 hours, so that no events are lost while you switch.</p>
          {maker.secret_from_provider && (
            <Field label={label} error={refusal} hint={maker.secret_hint} required>
              <TextInput
                autoFocus
                autoComplete="off"
                spellCheck={false}
                className="font-mono"
                value={secret}
                onChange={(event) => setSecret(event.target.value)}
              />
            </Field>
          )}
          <Checkbox
            label="Revoke the current secret immediately"
            checked={atOnce}
            onChange={(event) => setAtOnce(event.target.checked)}
          />
          {!maker.secret_from_provider && refusal && <p className="text-negative">{refusal}</p>}
        </form>
      </Dialog>
    </Section>
  );
}
