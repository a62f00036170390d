"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { useServerForm } from "@/components/form/use-server-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { SignInRequest } from "@/lib/access/contract/sign-in";
import { signInMessage } from "./sign-in-message";

type Credentials = { email: string; password: string };

/** `returnTo` must have gone through `safeReturnPath`. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const [code, setCode] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const { form, id, submit, busy } = useServerForm({
    contract: SignInRequest,
    requestOf: ({ email, password }: Credentials) => ({ email: email.trim(), password }),
    send: async (credentials) => {
      setCode(null);
      const result = await signIn("credentials", { redirect: false, ...credentials }).catch(() => undefined);
      return result?.ok && !result.error ? null : (result?.error ?? "unreachable");
    },
    onSaved: (refusedBy) => {
      if (refusedBy === null) {
        setLeaving(true);
        window.location.assign(returnTo);
        return;
      }
      setCode(refusedBy);
      form.setFocus("password", { shouldSelect: true });
    },
  });
  const { errors } = form.formState;
  const message = code ? signInMessage(code) : null;

  return (
    // A form sent before hydration must not put the password into the URL.
    <form id={id} method="post" noValidate className="space-y-4" onSubmit={submit}>
      {message && (
        <Alert tone="negative" title={message.title}>
          {message.advice}
        </Alert>
      )}
      <Field label="Email" error={errors.email?.message}>
        <TextInput
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.register("email")}
        />
      </Field>
      <Field label="Password" error={errors.password?.message}>
        <TextInput type="password" autoComplete="current-password" {...form.register("password")} />
      </Field>
      <Button type="submit" variant="primary" busy={busy || leaving} className="w-full">
        Sign in
      </Button>
    </form>
  );
}
