"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { NewParty as NewPartyInput } from "@/lib/party/contract";

type NewPartyProps = {
  one: string;
  example: string;
  hint?: string;
  create: (name: string) => Promise<{ readonly id: number }>;
  /** The page that opens once the party is created. */
  pathOf: (id: number) => string;
};

export function NewParty(props: NewPartyProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden="true" className="size-3.5" /> New {props.one}
      </Button>
      {isOpen && <NewPartyDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function NewPartyDialog({ one, example, hint, create, pathOf, onClose }: NewPartyProps & { onClose: () => void }) {
  const router = useRouter();
  const [isLeaving, setIsLeaving] = useState(false);
  const { form, ...submission } = useServerForm({
    contract: NewPartyInput,
    requestOf: ({ name }) => ({ name: name.trim() }),
    defaultValues: { name: "" },
    send: ({ name }) => create(name),
    onSaved: ({ id }) => {
      setIsLeaving(true);
      router.push(pathOf(id));
    },
  });
  return (
    <DialogForm
      title={`New ${one}`}
      form={{ ...submission, busy: submission.busy || isLeaving }}
      submitLabel={`Create ${one}`}
      onClose={onClose}
    >
      <Field label="Name" error={form.formState.errors.name?.message} hint={hint} required>
        <TextInput autoFocus autoComplete="off" maxLength={200} placeholder={example} {...form.register("name")} />
      </Field>
    </DialogForm>
  );
}
