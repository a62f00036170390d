"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { useServerForm } from "@/components/form/use-server-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import { CODE_NEEDED, SignInRequest, WRONG_CODE } from "@/lib/access/contract/sign-in";
import { PasskeyButton } from "./passkey-button";
import { signInMessage } from "./sign-in-message";

type Credentials = { email: string; password: string; code: string };

type SignInFormProps = {
  /** It must have gone through `safeReturnPath`. */
  returnTo: string;
  /** Whether a link to set a new password can be mailed. */
  mailsLinks: boolean;
};

export function SignInForm({ returnTo, mailsLinks }: SignInFormProps) {
  const [refusedBy, setRefusedBy] = useState<string | null>(null);
  const [asksCode, setAsksCode] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const { form, id, submit, busy } = useServerForm({
    contract: SignInRequest,
    requestOf: ({ email, password, code }: Credentials) => ({ email: email.trim(), password, code: code ?? "" }),
    send: async (credentials) => {
      setRefusedBy(null);
      const result = await signIn("credentials", { redirect: false, ...credentials }).catch(() => undefined);
      return result?.ok && !result.error ? null : (result?.error ?? "unreachable");
    },
    onSaved: (refusedBy) => {
      if (refusedBy === null) {
        setLeaving(true);
        window.location.assign(returnTo);
        return;
      }
      setRefusedBy(refusedBy);
      setAsksCode((asked) => asked || refusedBy === CODE_NEEDED);
      if (refusedBy !== CODE_NEEDED)
        form.setFocus(refusedBy === WRONG_CODE ? "code" : "password", { shouldSelect: true });
    },
  });
  const { errors } = form.formState;
  const message = refusedBy && refusedBy !== CODE_NEEDED ? signInMessage(refusedBy) : null;

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
      {asksCode && (
        <Field
          label="Code"
          error={errors.code?.message}
          hint="The 6 digits that your authenticator app shows, or a recovery code."
        >
          <TextInput inputMode="text" autoComplete="one-time-code" autoFocus {...form.register("code")} />
        </Field>
      )}
      <Button type="submit" variant="primary" busy={busy || leaving} className="w-full">
        Sign in
      </Button>
      <PasskeyButton
        onRefused={setRefusedBy}
        onSignedIn={() => {
          setLeaving(true);
          window.location.assign(returnTo);
        }}
      />
      <p className="text-12 text-ink-muted">
        {mailsLinks ? (
          <TextLink href="/sign-in/forgot">Forgot your password?</TextLink>
        ) : (
          "Forgot your password? Ask an owner or admin of your company for a link to set a new one."
        )}
      </p>
    </form>
  );
}
