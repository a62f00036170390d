"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { useCreateApiKey } from "@/lib/access/client/credential";
import { type CreatedApiKey, NewApiKey as NewApiKeyContract } from "@/lib/access/contract/credential";
import type { Role } from "@/lib/access/domain/roles";
import { keyCommand } from "./key-commands";
import { ROLE_TEXTS } from "./role-texts";
import { ShownOnceDialog } from "./shown-once-dialog";

type NewApiKeyProps = { roles: readonly Role[]; origin: string };
type FormProps = { roles: readonly Role[]; onClose: () => void; onCreated: (created: CreatedApiKey) => void };

export function NewApiKey({ roles, origin }: NewApiKeyProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [created, setCreated] = useState<CreatedApiKey | null>(null);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden="true" className="size-3.5" /> New API key
      </Button>
      {isOpen && (
        <NewApiKeyForm
          roles={roles}
          onClose={() => setIsOpen(false)}
          onCreated={(key) => {
            setIsOpen(false);
            setCreated(key);
          }}
        />
      )}
      {created && (
        <ShownOnceDialog
          title={`${created.api_key.name} is ready`}
          blocks={[
            { title: "Secret", code: created.secret },
            { title: "Key ID, for Basic authentication", code: created.api_key.key_id },
            { title: "Try it", code: keyCommand(origin, created.secret) },
          ]}
          onClose={() => setCreated(null)}
        />
      )}
    </>
  );
}

function NewApiKeyForm({ roles, onClose, onCreated }: FormProps) {
  const create = useCreateApiKey();
  const { form, ...submission } = useServerForm({
    contract: NewApiKeyContract,
    requestOf: ({ name, role }) => ({ name: name.trim(), role }),
    defaultValues: { name: "", role: (roles.includes("manager") ? "manager" : "viewer") as Role },
    send: create.mutateAsync,
    onSaved: onCreated,
  });
  const { errors } = form.formState;
  return (
    <DialogForm
      title="New API key"
      form={submission}
      submitLabel="Create API key"
      refusalTitle="Couldn’t create the API key"
      onClose={onClose}
    >
      <Field label="Name" error={errors.name?.message} hint="The system that will use it." required>
        <TextInput autoComplete="off" {...form.register("name")} />
      </Field>
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <Field label="Role" error={errors.role?.message} hint={ROLE_TEXTS[field.value]}>
            <SelectInput
              value={field.value}
              choices={roles.map((role) => ({ value: role, label: role }))}
              onChange={field.onChange}
            />
          </Field>
        )}
      />
    </DialogForm>
  );
}
