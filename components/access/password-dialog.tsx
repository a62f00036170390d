"use client";

import type { ReactNode } from "react";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { PasswordConfirmation } from "@/lib/access/contract/security";

type PasswordDialogProps<Answer> = {
  title: string;
  submitLabel: string;
  danger?: boolean;
  send: (confirmation: { password: string }) => Promise<Answer>;
  onSaved: (answer: Answer) => void;
  onClose: () => void;
  children: ReactNode;
};

/** Asks for the password again before what would let a stolen session stay. */
export function PasswordDialog<Answer>({ send, onSaved, children, ...dialog }: PasswordDialogProps<Answer>) {
  const { form, ...submission } = useServerForm({
    contract: PasswordConfirmation,
    requestOf: (values: { password: string }) => values,
    defaultValues: { password: "" },
    send,
    onSaved: (answer) => onSaved(answer),
  });
  return (
    <DialogForm {...dialog} form={submission} refusalTitle="Nothing was changed">
      {children}
      <Field label="Your password" error={form.formState.errors.password?.message} required>
        <TextInput type="password" autoComplete="current-password" {...form.register("password")} />
      </Field>
    </DialogForm>
  );
}
