"use client";

import { useState } from "react";
import { FormRefusal } from "@/components/form/form-refusal";
import { useServerForm } from "@/components/form/use-server-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useRequestReset } from "@/lib/access/client/reset";
import { ResetForm } from "@/lib/access/contract/sign-in";

/** Asks for a link to set a new password. It never says whether somebody signs in with the address. */
export function ForgotForm() {
  const requestReset = useRequestReset();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, id, submit, busy, refusal } = useServerForm({
    contract: ResetForm,
    requestOf: ({ email }: { email: string }) => ({ email: email.trim() }),
    send: requestReset.mutateAsync,
    onSaved: (_, { email }) => setSentTo(email),
  });

  if (sentTo !== null)
    return (
      <Alert tone="positive" title="Check your email">
        If a member signs in with {sentTo}, a link is on its way.
      </Alert>
    );
  return (
    <form id={id} method="post" noValidate className="space-y-4" onSubmit={submit}>
      <FormRefusal refusal={refusal} title="No link was sent" />
      <Field label="Email" error={form.formState.errors.email?.message}>
        <TextInput
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.register("email")}
        />
      </Field>
      <Button type="submit" variant="primary" busy={busy} className="w-full">
        Email me a link
      </Button>
    </form>
  );
}
