"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useCreateSecureToken } from "@/lib/access/client/credential";
import { type CreatedSecureToken, NewSecureToken as NewSecureTokenContract } from "@/lib/access/contract/credential";
import { tokenCommand } from "./key-commands";
import { ShownOnceDialog } from "./shown-once-dialog";

export function NewSecureToken({ origin }: { origin: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const [created, setCreated] = useState<CreatedSecureToken | null>(null);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden="true" className="size-3.5" /> New secure token
      </Button>
      {isOpen && (
        <NewSecureTokenForm
          onClose={() => setIsOpen(false)}
          onCreated={(token) => {
            setIsOpen(false);
            setCreated(token);
          }}
        />
      )}
      {created && (
        <ShownOnceDialog
          title={`${created.secure_token.name} is ready`}
          blocks={[
            { title: "Secure token", code: created.token },
            { title: "Mark a call as converted", code: tokenCommand(origin, created.token) },
          ]}
          note="Replace CALL_UUID with the UUID of a call. It is at the top of the call’s page."
          onClose={() => setCreated(null)}
        />
      )}
    </>
  );
}

type FormProps = { onClose: () => void; onCreated: (created: CreatedSecureToken) => void };

function NewSecureTokenForm({ onClose, onCreated }: FormProps) {
  const create = useCreateSecureToken();
  const { form, ...submission } = useServerForm({
    contract: NewSecureTokenContract,
    requestOf: ({ name }) => ({ name: name.trim() }),
    defaultValues: { name: "" },
    send: create.mutateAsync,
    onSaved: onCreated,
  });
  return (
    <DialogForm
      title="New secure token"
      form={submission}
      submitLabel="Create secure token"
      refusalTitle="Couldn’t create the secure token"
      onClose={onClose}
    >
      <Field label="Name" error={form.formState.errors.name?.message} hint="The system that will use it." required>
        <TextInput autoComplete="off" {...form.register("name")} />
      </Field>
    </DialogForm>
  );
}
