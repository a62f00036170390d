"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useCreateParty } from "@/lib/party/client";
import { NewParty as NewPartyInput } from "@/lib/party/contract";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import { partyAddress } from "./party-address";
import { PARTY_WORDS } from "./party-words";

export function NewParty({ kind }: { kind: PartyKind }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden="true" className="size-3.5" /> New {PARTY_WORDS[kind].one}
      </Button>
      {isOpen && <NewPartyDialog kind={kind} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function NewPartyDialog({ kind, onClose }: { kind: PartyKind; onClose: () => void }) {
  const { one, example, next } = PARTY_WORDS[kind];
  const router = useRouter();
  const create = useCreateParty(kind);
  const [isLeaving, setIsLeaving] = useState(false);
  const { form, ...submission } = useServerForm({
    contract: NewPartyInput,
    requestOf: ({ name }) => ({ name: name.trim() }),
    defaultValues: { name: "" },
    send: ({ name }) => create.mutateAsync(name),
    onSaved: ({ id }) => {
      setIsLeaving(true);
      router.push(partyAddress({ type: kind, id }));
    },
  });
  return (
    <DialogForm
      title={`New ${one}`}
      form={{ ...submission, busy: submission.busy || isLeaving }}
      submitLabel={`Create ${one}`}
      onClose={onClose}
    >
      <Field label="Name" error={form.formState.errors.name?.message} hint={next} required>
        <TextInput autoFocus autoComplete="off" maxLength={200} placeholder={example} {...form.register("name")} />
      </Field>
    </DialogForm>
  );
}
