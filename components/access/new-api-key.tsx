"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import type { ChosenParty } from "@/components/party/party-search-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useCreateApiKey } from "@/lib/access/client/credential";
import { type CreatedApiKey, NewApiKey as NewApiKeyContract } from "@/lib/access/contract/credential";
import type { Access } from "@/lib/access/domain/access";
import type { Role } from "@/lib/access/domain/roles";
import { addressList } from "./address-list";
import { BuyerListField } from "./buyer-list-field";
import { keyCommand } from "./key-commands";
import { type Exceptions, PermissionMatrix } from "./permission-matrix";
import { ROLE_TEXTS } from "./role-texts";

type NewApiKeyProps = {
  roles: readonly Role[];
  /** Of whoever creates the key: nobody gives more than they have. */
  access: Access;
  origin: string;
};
type FormProps = Pick<NewApiKeyProps, "roles" | "access"> & {
  onClose: () => void;
  onCreated: (created: CreatedApiKey) => void;
};
type Values = {
  name: string;
  role: Role;
  permissions: Exceptions;
  read_only: boolean;
  buyers: readonly ChosenParty[];
  addresses: string;
};

export function NewApiKey({ roles, access, origin }: NewApiKeyProps) {
  const router = useRouter();
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
          access={access}
          onClose={() => setIsOpen(false)}
          onCreated={(key) => {
            setIsOpen(false);
            setCreated(key);
            router.refresh();
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

function requestOf({ name, role, permissions, read_only, buyers, addresses }: Values) {
  const listed = addressList(addresses);
  return {
    name: name.trim(),
    role,
    ...(Object.keys(permissions).length > 0 && { permissions }),
    ...(read_only && { read_only }),
    ...(buyers.length > 0 && { buyer_ids: buyers.map(({ id }) => String(id)) }),
    ...(listed.length > 0 && { addresses: listed }),
  };
}

/** A wrong address is shown at the field that lists them. */
function fieldOf(parameter: string): string | null {
  const [name = ""] = parameter.split(/[.[]/);
  return name === "buyer_ids" ? "buyers" : name;
}

function NewApiKeyForm({ roles, access, onClose, onCreated }: FormProps) {
  const create = useCreateApiKey();
  const { form, ...submission } = useServerForm({
    contract: NewApiKeyContract,
    requestOf,
    fieldOf,
    defaultValues: {
      name: "",
      role: roles.includes("manager") ? "manager" : "viewer",
      permissions: {},
      read_only: false,
      buyers: [],
      addresses: "",
    } as Values,
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
      <p className="text-13 text-ink-muted">
        Role, exceptions and limits can’t be changed later: create another key, then revoke this one.
      </p>
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
      <details className="text-13">
        <summary className="cursor-pointer py-1">Exceptions from the role</summary>
        <Controller
          control={form.control}
          name="permissions"
          render={({ field }) => (
            <PermissionMatrix
              role={form.watch("role")}
              exceptions={field.value}
              own={access}
              disabled={false}
              subject="key"
              onChange={field.onChange}
            />
          )}
        />
      </details>
      <Checkbox label="Read-only" hint="It changes nothing, whatever its role." {...form.register("read_only")} />
      <Controller
        control={form.control}
        name="buyers"
        render={({ field }) => (
          <BuyerListField
            label="Buyers"
            value={field.value}
            error={errors.buyers?.message}
            hint={
              field.value.length === 0
                ? "It reaches all calls. Choose buyers for a key that reaches only their calls."
                : "It reaches the calls of these buyers and nothing else."
            }
            onChange={field.onChange}
          />
        )}
      />
      <Field
        label="Addresses"
        error={errors.addresses?.message}
        hint="Addresses or networks that it works from, one per line, such as 198.51.100.0/24. Leave blank for all."
      >
        <TextArea spellCheck={false} {...form.register("addresses")} />
      </Field>
    </DialogForm>
  );
}
