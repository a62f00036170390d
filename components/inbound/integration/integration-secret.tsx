"use client";

import { useState } from "react";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ExactTime } from "@/components/ui/exact-time";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { TextInput } from "@/components/ui/text-input";
import { type SecretInput, useRenewSecret } from "@/lib/inbound/client/integration";
import { type Integration, NewSecret, type ProviderForm } from "@/lib/inbound/contract/integration";

type IntegrationSecretProps = { integration: Integration; provider: ProviderForm; mayEdit: boolean; timeZone: string };

export function IntegrationSecret({ integration, provider, mayEdit, timeZone }: IntegrationSecretProps) {
  const [isOpen, setIsOpen] = useState(false);
  const renew = useRenewSecret(integration.id);
  const label = provider.secret_label;

  return (
    <Section title={label} aside={mayEdit && <Button onClick={() => setIsOpen(true)}>New secret</Button>}>
      <ul className="space-y-1 text-13">
        {integration.secrets.map(({ number, created_at, valid_until }) => (
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
      <p className="mt-1 text-13 text-ink-muted">{provider.secret_hint}</p>
      {renew.data?.secret && (
        <ShownOnceDialog
          title="The new secret is ready"
          blocks={[{ title: label, code: renew.data.secret }]}
          onClose={renew.reset}
        />
      )}
      {isOpen && <SecretDialog provider={provider} renew={renew.mutateAsync} onClose={() => setIsOpen(false)} />}
    </Section>
  );
}

type SecretDialogProps = {
  provider: ProviderForm;
  renew: (input: SecretInput) => Promise<unknown>;
  onClose: () => void;
};

/** The previous secret stays valid for a day unless it is revoked immediately. */
function SecretDialog({ provider, renew, onClose }: SecretDialogProps) {
  const label = provider.secret_label;
  const { form, ...submission } = useServerForm({
    contract: NewSecret,
    requestOf: ({ secret, at_once }) => ({
      at_once,
      ...(provider.secret_from_provider && { secret: secret.trim() }),
    }),
    defaultValues: { secret: "", at_once: false },
    send: renew,
    onSaved: onClose,
  });
  return (
    <DialogForm
      title={provider.secret_from_provider ? `Replace the ${label.toLowerCase()}` : "Create a new secret?"}
      form={submission}
      submitLabel={provider.secret_from_provider ? "Save secret" : "Create secret"}
      onClose={onClose}
    >
      <p>The current secret stays valid for 24 hours, so that no events are lost while you switch.</p>
      {provider.secret_from_provider && (
        <Field label={label} error={form.formState.errors.secret?.message} hint={provider.secret_hint} required>
          <TextInput
            autoFocus
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            {...form.register("secret")}
          />
        </Field>
      )}
      <Checkbox label="Revoke the current secret immediately" {...form.register("at_once")} />
    </DialogForm>
  );
}
