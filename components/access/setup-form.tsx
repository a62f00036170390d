"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Controller } from "react-hook-form";
import { FormRefusal } from "@/components/form/form-refusal";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { TimeZoneCombobox } from "@/components/ui/time-zone-combobox";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useSetUp } from "@/lib/access/client/setup";
import { SetupRequest } from "@/lib/access/contract/company";
import { currencyChoices } from "./currency-choices";
import { usualCurrency } from "./usual-currency";

/** Shown once the browser has been asked for its language and time zone. */
export function SetupForm() {
  return useHydrated() ? <HydratedForm /> : null;
}

function HydratedForm() {
  const setUp = useSetUp();
  const [isLeaving, setIsLeaving] = useState(false);
  const { form, id, submit, busy, refusal } = useServerForm({
    contract: SetupRequest,
    requestOf: ({ code, owner_email, ...rest }) => ({ ...rest, code: code.trim(), owner_email: owner_email.trim() }),
    defaultValues: {
      code: "",
      name: "",
      currency: usualCurrency(navigator.language),
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      owner_name: "",
      owner_email: "",
      owner_password: "",
    },
    send: setUp.mutateAsync,
    onSaved: async (_, { owner_email, owner_password }) => {
      setIsLeaving(true);
      const credentials = { email: owner_email, password: owner_password };
      const result = await signIn("credentials", { redirect: false, ...credentials }).catch(() => undefined);
      window.location.assign(result?.ok ? "/start" : "/sign-in");
    },
  });
  const { errors } = form.formState;
  const field = (name: keyof SetupValues) => ({ error: errors[name]?.message, required: true });

  return (
    // A form sent before hydration must not put the password into the URL.
    <form id={id} method="post" noValidate className="space-y-8" onSubmit={submit}>
      <Field
        label="Setup code"
        hint={
          <>
            Printed in the terminal where the server was started.{" "}
            <code className="whitespace-nowrap font-mono">npm run company -- code</code> prints it again there.
          </>
        }
        {...field("code")}
      >
        <TextInput autoFocus autoComplete="off" spellCheck={false} className="font-mono" {...form.register("code")} />
      </Field>
      <fieldset className="space-y-4">
        <legend className="mb-3 font-semibold text-14">Company</legend>
        <Field label="Company name" {...field("name")}>
          <TextInput autoComplete="organization" maxLength={200} {...form.register("name")} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Controller
            control={form.control}
            name="currency"
            render={({ field: { value, onChange } }) => (
              <Field
                label="Currency"
                hint="Fixed once you add a buyer, offer or traffic source."
                {...field("currency")}
              >
                <SelectInput value={value} choices={currencyChoices()} onChange={onChange} />
              </Field>
            )}
          />
          <Controller
            control={form.control}
            name="time_zone"
            render={({ field: { value, onChange } }) => (
              <Field
                label="Time zone"
                hint="Days and months of your books begin at its midnight."
                {...field("time_zone")}
              >
                <TimeZoneCombobox value={value} onChange={onChange} />
              </Field>
            )}
          />
        </div>
      </fieldset>
      <fieldset className="space-y-4">
        <legend className="mb-3 font-semibold text-14">Owner</legend>
        <Field label="Your name" {...field("owner_name")}>
          <TextInput autoComplete="name" maxLength={200} {...form.register("owner_name")} />
        </Field>
        <Field label="Email" {...field("owner_email")}>
          <TextInput
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...form.register("owner_email")}
          />
        </Field>
        <Field label="Password" hint="At least 12 characters." {...field("owner_password")}>
          <TextInput type="password" autoComplete="new-password" {...form.register("owner_password")} />
        </Field>
      </fieldset>
      <FormRefusal refusal={refusal} title="Nothing was created" />
      <Button type="submit" variant="primary" busy={busy || isLeaving} className="w-full">
        Create company
      </Button>
    </form>
  );
}

type SetupValues = { [Name in keyof typeof SetupRequest.shape]: string };
