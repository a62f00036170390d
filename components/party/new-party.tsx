"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { ApiError } from "@/lib/platform/client/api-error";
import { refusalText } from "@/lib/platform/client/refusal-text";

type NewPartyProps = {
  one: string;
  example: string;
  hint?: string;
  busy: boolean;
  create: (name: string) => Promise<{ readonly id: number }>;
  /** The page that opens once the party is created. */
  pathOf: (id: number) => string;
};

export function NewParty({ one, example, hint, busy, create, pathOf }: NewPartyProps) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const router = useRouter();
  const formId = useId();
  const isBusy = busy || leaving;

  function close() {
    if (isBusy) return;
    setOpen(false);
    setName("");
    setRefusal(null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (name.trim() === "") return setRefusal("Enter a name.");
    setRefusal(null);
    try {
      const { id } = await create(name.trim());
      setLeaving(true);
      router.push(pathOf(id));
    } catch (error) {
      setRefusal((error instanceof ApiError && error.problem.errors?.name) || refusalText(error));
    }
  }

  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" className="size-3.5" /> New {one}
      </Button>
      <Dialog
        open={open}
        title={`New ${one}`}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" form={formId} variant="primary" busy={isBusy}>
              Create {one}
            </Button>
          </>
        }
      >
        <form id={formId} noValidate onSubmit={submit} className="pt-2 text-ink">
          <Field label="Name" error={refusal} hint={hint} required>
            <TextInput
              autoFocus
              autoComplete="off"
              maxLength={200}
              placeholder={example}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        </form>
      </Dialog>
    </>
  );
}
