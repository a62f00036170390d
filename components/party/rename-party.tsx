"use client";

import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useUpdateParty } from "@/lib/party/client";
import { NewParty as Renamed } from "@/lib/party/contract";
import type { PartyRef } from "./party-address";
import { PARTY_WORDS } from "./party-words";

type RenamePartyProps = { party: PartyRef & { readonly name: string } };

export function RenameParty({ party }: RenamePartyProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setIsOpen(true)}>
        <Pencil aria-hidden="true" className="size-3.5" /> Rename
      </Button>
      {isOpen && <RenameDialog party={party} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function RenameDialog({ party, onClose }: RenamePartyProps & { onClose: () => void }) {
  const router = useRouter();
  const update = useUpdateParty(party.type, party.id);
  const { form, ...submission } = useServerForm({
    contract: Renamed,
    requestOf: ({ name }) => ({ name: name.trim() }),
    defaultValues: { name: party.name },
    send: ({ name }) => update.mutateAsync({ name, expected_name: party.name }),
    onRefused: () => {
      // If somebody else renamed it, the page now shows their name, which the next save expects.
      router.refresh();
      return false;
    },
    onSaved: ({ name }) => {
      toast.success(`Renamed to ${name}.`);
      onClose();
      router.refresh();
    },
  });
  return (
    <DialogForm
      title={`Rename ${PARTY_WORDS[party.type].one}`}
      form={submission}
      submitLabel="Rename"
      onClose={onClose}
    >
      <Field
        label="Name"
        error={form.formState.errors.name?.message}
        hint="Shown everywhere from now on. Issued statements keep the name that they were issued with."
        required
      >
        <TextInput autoFocus autoComplete="off" maxLength={200} {...form.register("name")} />
      </Field>
    </DialogForm>
  );
}
