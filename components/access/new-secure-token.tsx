"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { type ChosenParty, PartySearchField } from "@/components/party/party-search-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { TextInput } from "@/components/ui/text-input";
import { useCreateSecureToken } from "@/lib/access/client/credential";
import { type CreatedSecureToken, NewSecureToken as NewSecureTokenContract } from "@/lib/access/contract/credential";
import { tokenCommand } from "./key-commands";

export function NewSecureToken({ origin }: { origin: string }) {
  const router = useRouter();
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
            router.refresh();
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
          note={`Replace CALL_UUID with the UUID of a call${created.secure_token.buyer ? ` of ${created.secure_token.buyer.name}` : ""}. It is at the top of the call’s page.`}
          onClose={() => setCreated(null)}
        />
      )}
    </>
  );
}

const OF_BUYER = "It reaches this buyer’s calls, and only their buyer side.";
const OF_COMPANY = "It reaches every call. Choose a buyer to give one buyer’s system no more than it needs.";

type Values = { name: string; buyer: ChosenParty | null };
type FormProps = { onClose: () => void; onCreated: (created: CreatedSecureToken) => void };

function NewSecureTokenForm({ onClose, onCreated }: FormProps) {
  const create = useCreateSecureToken();
  const { form, ...submission } = useServerForm({
    contract: NewSecureTokenContract,
    requestOf: ({ name, buyer }) => ({ name: name.trim(), ...(buyer && { buyer_id: String(buyer.id) }) }),
    fieldOf: (parameter) => (parameter === "buyer_id" ? "buyer" : parameter),
    defaultValues: { name: "", buyer: null } as Values,
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
      <Controller
        control={form.control}
        name="buyer"
        render={({ field }) => (
          <PartySearchField
            kind="buyer"
            label="Buyer"
            value={field.value}
            none="All buyers"
            error={form.formState.errors.buyer?.message}
            hint={field.value ? OF_BUYER : OF_COMPANY}
            onChange={field.onChange}
          />
        )}
      />
    </DialogForm>
  );
}
