"use client";

import { startRegistration } from "@simplewebauthn/browser";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextInput } from "@/components/ui/text-input";
import { addPasskey, createPasskeyOptions, removePasskey } from "@/lib/access/client/security";
import { NewPasskey, type Passkey } from "@/lib/access/contract/security";
import { PasswordDialog } from "./password-dialog";

type PasskeySectionProps = { passkeys: readonly Passkey[]; timeZone: string };

export function PasskeySection({ passkeys, timeZone }: PasskeySectionProps) {
  const router = useRouter();
  const [isAdding, setIsAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  return (
    <Section title="Passkeys" aside={<Button onClick={() => setIsAdding(true)}>Add a passkey</Button>}>
      {passkeys.length === 0 ? (
        <p className="max-w-prose text-13 text-ink-muted">
          None. With a passkey you sign in by your fingerprint, face or device PIN, without a password.
        </p>
      ) : (
        <Table caption="Passkeys">
          <thead>
            <tr>
              <HeaderCell>Name</HeaderCell>
              <HeaderCell>Added</HeaderCell>
              <HeaderCell>Last used</HeaderCell>
              <HeaderCell align="end">Action</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {passkeys.map((passkey) => (
              <Row key={passkey.id}>
                <Cell className="font-medium">{passkey.name}</Cell>
                <Cell className="text-ink-muted">
                  <RelativeTime at={passkey.created_at} timeZone={timeZone} />
                </Cell>
                <Cell className="text-ink-muted">
                  {passkey.last_used_at ? <RelativeTime at={passkey.last_used_at} timeZone={timeZone} /> : "never"}
                </Cell>
                <Cell align="end">
                  <Button aria-label={`Remove ${passkey.name}`} onClick={() => setRemoving(passkey)}>
                    Remove
                  </Button>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {isAdding && (
        <AddDialog
          onClose={() => setIsAdding(false)}
          onAdded={(name) => {
            setIsAdding(false);
            toast.success(`“${name}” signs you in from now on`);
            router.refresh();
          }}
        />
      )}
      {removing && (
        <PasswordDialog
          title={`Remove “${removing.name}”?`}
          submitLabel="Remove"
          danger
          send={(confirmation) => removePasskey(removing.id, confirmation)}
          onSaved={() => {
            setRemoving(null);
            router.refresh();
          }}
          onClose={() => setRemoving(null)}
        >
          <p>It no longer signs you in. Delete it on the device, too.</p>
        </PasswordDialog>
      )}
    </Section>
  );
}

type Values = { name: string; password: string };

function AddDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (name: string) => void }) {
  const [cancelled, setCancelled] = useState(false);
  const { form, ...submission } = useServerForm({
    contract: NewPasskey,
    requestOf: ({ name, password }: Values) => ({ name: name.trim(), password, response: "{}" }),
    defaultValues: { name: "", password: "" },
    send: async (asked) => {
      setCancelled(false);
      const { options } = await createPasskeyOptions();
      const made = await startRegistration({ optionsJSON: options as never }).catch(() => null);
      if (made === null) return null;
      return addPasskey({ ...asked, response: JSON.stringify(made) });
    },
    onSaved: (added) => (added === null ? setCancelled(true) : onAdded(added.passkey.name)),
  });
  const { errors } = form.formState;
  return (
    <DialogForm
      title="Add a passkey"
      form={submission}
      submitLabel="Continue"
      refusalTitle="No passkey was added"
      onClose={onClose}
    >
      <p>Your browser asks you to confirm with the fingerprint, face or PIN of a device.</p>
      <Field label="Name" error={errors.name?.message} hint="To tell your passkeys apart, such as Laptop." required>
        <TextInput autoComplete="off" {...form.register("name")} />
      </Field>
      <Field label="Your password" error={errors.password?.message} required>
        <TextInput type="password" autoComplete="current-password" {...form.register("password")} />
      </Field>
      {cancelled && (
        <p role="alert" className="text-13 text-negative">
          The browser made no passkey. Try again.
        </p>
      )}
    </DialogForm>
  );
}
