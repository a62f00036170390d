"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { FormRefusal } from "@/components/form/form-refusal";
import { useServerForm } from "@/components/form/use-server-form";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextInput } from "@/components/ui/text-input";
import { useChangePassword, useEndOtherSessions, useEndSession } from "@/lib/access/client/security";
import { PasswordChange, type SecondFactors, type Session } from "@/lib/access/contract/security";
import type { Access } from "@/lib/access/domain/access";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { AuthenticatorSection } from "./authenticator-section";
import { PasskeySection } from "./passkey-section";
import { SettingsTabs } from "./settings-tabs";

type SecurityPageProps = {
  factors: SecondFactors;
  sessions: readonly Session[];
  access: Access;
  email: string;
  timeZone: string;
};

export function SecurityPage({ factors, sessions, access, email, timeZone }: SecurityPageProps) {
  const lacks = factors.required && !factors.authenticator && factors.passkeys.length === 0;
  return (
    <>
      <SettingsTabs access={access} />
      {lacks && (
        <Alert tone="caution" title="Your company requires a second factor">
          Set up an authenticator app or a passkey below. The rest of Callmark opens as soon as you have one.
        </Alert>
      )}
      <div className="max-w-3xl space-y-8 pt-2">
        <PasswordSection email={email} />
        <AuthenticatorSection factors={factors} />
        <PasskeySection passkeys={factors.passkeys} timeZone={timeZone} />
        <SessionsSection sessions={sessions} timeZone={timeZone} />
      </div>
    </>
  );
}

function PasswordSection({ email }: { email: string }) {
  const change = useChangePassword();
  const router = useRouter();
  const { form, id, submit, busy, refusal } = useServerForm({
    contract: PasswordChange,
    requestOf: (values: { current_password: string; new_password: string }) => values,
    defaultValues: { current_password: "", new_password: "" },
    send: change.mutateAsync,
    onSaved: ({ ended }) => {
      form.reset();
      toast.success("Your password is changed", {
        description: ended === 0 ? undefined : `${ended === 1 ? "1 other session" : `${ended} other sessions`} ended.`,
      });
      router.refresh();
    },
  });
  const { errors } = form.formState;
  return (
    <Section title="Password">
      <form id={id} method="post" noValidate onSubmit={submit} className="space-y-3">
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Current password" error={errors.current_password?.message}>
            <TextInput type="password" autoComplete="current-password" {...form.register("current_password")} />
          </Field>
          <Field
            label="New password"
            error={errors.new_password?.message}
            hint="At least 12 characters. Your other sessions end."
          >
            <TextInput type="password" autoComplete="new-password" {...form.register("new_password")} />
          </Field>
        </div>
        <FormRefusal refusal={refusal} title="Your password wasn’t changed" />
        <Button type="submit" busy={busy}>
          Change password
        </Button>
      </form>
    </Section>
  );
}

function SessionsSection({ sessions, timeZone }: { sessions: readonly Session[]; timeZone: string }) {
  const router = useRouter();
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  const refused = (error: unknown) => toast.error("No session was ended", { description: refusalText(error) });
  const others = sessions.filter(({ current }) => !current).length;
  return (
    <Section
      title="Sessions"
      aside={
        others > 0 && (
          <Button
            busy={endOthers.isPending}
            onClick={() =>
              endOthers.mutate(undefined, {
                onSuccess: ({ ended }) => {
                  toast.success(ended === 1 ? "1 session ended" : `${ended} sessions ended`);
                  router.refresh();
                },
                onError: refused,
              })
            }
          >
            End all others
          </Button>
        )
      }
    >
      <p className="mb-2 max-w-prose text-13 text-ink-muted">
        Where you are signed in. A session ends after 30 days, or 12 hours without use.
      </p>
      <Table caption="Sessions, newest first">
        <thead>
          <tr>
            <HeaderCell>Device</HeaderCell>
            <HeaderCell>Started</HeaderCell>
            <HeaderCell>Last used</HeaderCell>
            <HeaderCell align="end">Action</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <Row key={session.id}>
              <Cell>
                {session.device}
                <span className="block text-12 text-ink-muted">{session.address ?? "unknown address"}</span>
              </Cell>
              <Cell className="text-ink-muted">
                <RelativeTime at={session.created_at} timeZone={timeZone} />
              </Cell>
              <Cell className="text-ink-muted">
                <RelativeTime at={session.last_used_at} timeZone={timeZone} />
              </Cell>
              <Cell align="end">
                {session.current ? (
                  <Badge tone="positive">this one</Badge>
                ) : (
                  <Button
                    aria-label={`End the session ${session.device}, ${session.address ?? "unknown address"}`}
                    busy={end.isPending && end.variables === session.id}
                    onClick={() => end.mutate(session.id, { onSuccess: () => router.refresh(), onError: refused })}
                  >
                    End
                  </Button>
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
