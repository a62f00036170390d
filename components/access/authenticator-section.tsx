"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { renderSVG } from "uqr";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import { Status } from "@/components/ui/status";
import { TextInput } from "@/components/ui/text-input";
import {
  createAuthenticatorSecret,
  removeAuthenticator,
  renewRecoveryCodes,
  setAuthenticator,
} from "@/lib/access/client/security";
import { NewAuthenticator, type SecondFactors } from "@/lib/access/contract/security";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { PasswordDialog } from "./password-dialog";

type Shown = { readonly secret: string; readonly uri: string };
type Asks = "remove" | "renew" | null;

export function AuthenticatorSection({ factors }: { factors: SecondFactors }) {
  const router = useRouter();
  const [shown, setShown] = useState<Shown | null>(null);
  const [asks, setAsks] = useState<Asks>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { authenticator, recovery_codes_left: left } = factors;

  async function begin() {
    try {
      setShown(await createAuthenticatorSecret());
    } catch (error) {
      toast.error("The app can’t be set up now", { description: refusalText(error) });
    }
  }

  return (
    <Section
      title="Authenticator app"
      aside={
        authenticator ? (
          <>
            <Button onClick={begin}>Replace</Button>
            <Button onClick={() => setAsks("renew")}>New recovery codes</Button>
            <Button onClick={() => setAsks("remove")}>Remove</Button>
          </>
        ) : (
          <Button onClick={begin}>Set up</Button>
        )
      }
    >
      <p className="max-w-prose text-13 text-ink-muted">
        {authenticator ? (
          <>
            <Status tone={left < 3 ? "caution" : "positive"}>on</Status> · You sign in with your password and a code
            from the app. {left === 1 ? "1 recovery code is" : `${left} recovery codes are`} left.
          </>
        ) : (
          "Off. With an app on your phone, somebody who learns your password still can’t sign in."
        )}
      </p>
      {shown && (
        <SetUpDialog
          shown={shown}
          onClose={() => setShown(null)}
          onDone={(recovery) => {
            setShown(null);
            setCodes(recovery);
            router.refresh();
          }}
        />
      )}
      {asks && (
        <PasswordDialog
          title={asks === "remove" ? "Remove the authenticator app?" : "Create new recovery codes?"}
          submitLabel={asks === "remove" ? "Remove" : "Create new codes"}
          danger={asks === "remove"}
          send={async (confirmation) => {
            if (asks === "renew") return (await renewRecoveryCodes(confirmation)).recovery_codes;
            await removeAuthenticator(confirmation);
            return null;
          }}
          onSaved={(renewed) => {
            setAsks(null);
            setCodes(renewed);
            router.refresh();
          }}
          onClose={() => setAsks(null)}
        >
          <p>
            {asks === "remove"
              ? "Your password alone will sign you in, and the recovery codes stop working."
              : "Your current codes stop working."}
          </p>
        </PasswordDialog>
      )}
      {codes && (
        <ShownOnceDialog
          title="Your recovery codes"
          blocks={[{ title: "Recovery codes", code: codes.join("\n") }]}
          note="Each works once, in place of a code from the app. Keep them where you can reach them without your phone."
          onClose={() => setCodes(null)}
        />
      )}
    </Section>
  );
}

type SetUpDialogProps = { shown: Shown; onClose: () => void; onDone: (recoveryCodes: readonly string[]) => void };

function SetUpDialog({ shown: { secret, uri }, onClose, onDone }: SetUpDialogProps) {
  const { form, ...submission } = useServerForm({
    contract: NewAuthenticator,
    requestOf: ({ code, password }: { code: string; password: string }) => ({ secret, code: code.trim(), password }),
    defaultValues: { code: "", password: "" },
    send: setAuthenticator,
    onSaved: ({ recovery_codes }) => onDone(recovery_codes),
  });
  const { errors } = form.formState;
  return (
    <DialogForm
      title="Set up an authenticator app"
      form={submission}
      submitLabel="Turn on"
      refusalTitle="The app wasn’t set up"
      onClose={onClose}
    >
      <p>Scan this with the app, or type the key into it.</p>
      <div
        role="img"
        aria-label="QR code of the key below"
        className="mx-auto w-44 rounded-md bg-white p-2 [&>svg]:h-auto [&>svg]:w-full"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: squares that this page draws itself.
        dangerouslySetInnerHTML={{ __html: renderSVG(uri, { border: 1 }) }}
      />
      <CodeBlock title="Key" code={secret.replace(/(.{4})(?=.)/g, "$1 ")} copies />
      <Field label="Code" error={errors.code?.message} hint="The 6 digits that the app shows now." required>
        <TextInput autoFocus inputMode="numeric" autoComplete="one-time-code" {...form.register("code")} />
      </Field>
      <Field label="Your password" error={errors.password?.message} required>
        <TextInput type="password" autoComplete="current-password" {...form.register("password")} />
      </Field>
    </DialogForm>
  );
}
