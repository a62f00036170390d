"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { signInMessage } from "./sign-in-message";

type Credentials = { email: string; password: string };

/** `returnTo` must have gone through `safeReturnPath`. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  // Without default values the form keeps what a password manager filled in before hydration.
  const { register, handleSubmit, setFocus, formState } = useForm<Credentials>();
  const { errors, isSubmitting } = formState;
  const message = refusal ? signInMessage(refusal) : null;

  async function submit({ email, password }: Credentials) {
    setRefusal(null);
    const result = await signIn("credentials", { redirect: false, email: email.trim(), password }).catch(
      () => undefined,
    );
    if (result?.ok && !result.error) {
      setLeaving(true);
      window.location.assign(returnTo);
      return;
    }
    setRefusal(result?.error ?? "unreachable");
    setFocus("password", { shouldSelect: true });
  }

  return (
    // A form sent before hydration must not put the password into the URL.
    <form method="post" noValidate className="space-y-4" onSubmit={handleSubmit(submit)}>
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
          {...register("email", { validate: (email) => email.trim() !== "" || "Enter your email address." })}
        />
      </Field>
      <Field label="Password" error={errors.password?.message}>
        <TextInput
          type="password"
          autoComplete="current-password"
          {...register("password", { required: "Enter your password." })}
        />
      </Field>
      <Button type="submit" variant="primary" busy={isSubmitting || leaving} className="w-full">
        Sign in
      </Button>
    </form>
  );
}
