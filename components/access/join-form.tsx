"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { FormRefusal } from "@/components/form/form-refusal";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { acceptLink } from "@/lib/access/client/member";
import { ChosenPassword } from "@/lib/access/contract/member";

/** Sets the password by a link, then signs in. */
export function JoinForm({ linkKey, email }: { linkKey: string; email: string }) {
  const [leaving, setLeaving] = useState(false);
  const { form, id, submit, busy, refusal } = useServerForm({
    contract: ChosenPassword,
    requestOf: (values: { password: string }) => values,
    send: ({ password }) => acceptLink(linkKey, password),
    onSaved: async (_, { password }) => {
      setLeaving(true);
      // Who has a second factor is asked for it on the sign-in page.
      const result = await signIn("credentials", { redirect: false, email, password }).catch(() => undefined);
      window.location.assign(result?.ok && !result.error ? "/" : "/sign-in");
    },
  });
  return (
    <form id={id} method="post" noValidate className="space-y-4" onSubmit={submit}>
      <Field label="Email">
        <TextInput type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field label="Password" error={form.formState.errors.password?.message} hint="At least 12 characters.">
        <TextInput type="password" autoComplete="new-password" autoFocus {...form.register("password")} />
      </Field>
      <FormRefusal refusal={refusal} title="Your password wasn’t set" />
      <Button type="submit" variant="primary" busy={busy || leaving} className="w-full">
        Set password and sign in
      </Button>
    </form>
  );
}
