"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { toast } from "sonner";
import { FormRefusal } from "@/components/form/form-refusal";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { TextLink } from "@/components/ui/text-link";
import { useChangeMember, useCreateMemberLink, useEndMemberSessions } from "@/lib/access/client/member";
import type { Member } from "@/lib/access/contract/member";
import { type Access, type Area, type Level, may } from "@/lib/access/domain/access";
import { isRole, type Role, rolesWithin } from "@/lib/access/domain/roles";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { MemberLinkDialog } from "./member-link-dialog";
import { MemberState } from "./member-state";
import { PermissionMatrix } from "./permission-matrix";
import { ROLE_TEXTS } from "./role-texts";

type MemberPageProps = { member: Member; access: Access; isSelf: boolean; timeZone: string };
type Exceptions = Readonly<Partial<Record<Area, Level>>>;

export function MemberPage({ member, access, isSelf, timeZone }: MemberPageProps) {
  const mayChange = may(access, "update", "members");
  const router = useRouter();
  const change = useChangeMember(member.id);
  const formId = useId();
  const [name, setName] = useState(member.name);
  const [role, setRole] = useState<Role>(isRole(member.role) ? member.role : "viewer");
  const [exceptions, setExceptions] = useState<Exceptions>(member.permissions as Exceptions);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isSame =
    name.trim() === member.name &&
    role === member.role &&
    JSON.stringify(sorted(exceptions)) === JSON.stringify(sorted(member.permissions));
  const roles = rolesWithin(access);

  function save() {
    setRefusal(null);
    change.mutate(
      {
        ...(name.trim() !== member.name && { name: name.trim() }),
        ...(role !== member.role && { role }),
        ...(JSON.stringify(sorted(exceptions)) !== JSON.stringify(sorted(member.permissions)) && {
          permissions: { ...exceptions },
        }),
      },
      {
        onSuccess: () => {
          toast.success(`${name.trim()} is saved`);
          router.refresh();
        },
        onError: (error) => setRefusal(refusalText(error)),
      },
    );
  }

  return (
    <>
      <p className="mb-1 text-13 text-ink-muted">
        <TextLink href="/settings/members">Members</TextLink> / {member.id}
      </p>
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="font-semibold text-20">{member.name}</h1>
        <MemberState state={member.state} />
        <span className="break-all text-13 text-ink-muted">{member.email}</span>
        <span className="text-13 text-ink-muted">
          last seen {member.last_seen_at ? <RelativeTime at={member.last_seen_at} timeZone={timeZone} /> : "never"}
        </span>
        <span className="ml-auto flex flex-wrap gap-2">
          <a href={`/settings/members/${member.id}/view`} className={buttonClass()}>
            See a call as {member.name}
          </a>
          <a href={`/settings/audit-log?actor_type=member&actor_id=${member.id}`} className={buttonClass()}>
            Audit log
          </a>
        </span>
      </div>
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        className="space-y-6"
      >
        <Section title="Role">
          <div className="grid max-w-2xl gap-3 sm:grid-cols-2">
            <Field label="Name">
              <TextInput
                value={name}
                maxLength={200}
                disabled={!mayChange}
                onChange={(event) => setName(event.target.value)}
              />
            </Field>
            <Field label="Role" hint={ROLE_TEXTS[role]}>
              <SelectInput
                value={role}
                choices={(roles.includes(role) ? roles : [role, ...roles]).map((value) => ({ value, label: value }))}
                onChange={(value) => setRole(value as Role)}
                disabled={!mayChange}
              />
            </Field>
          </div>
        </Section>
        <Section title="Permissions">
          <p className="mb-2 max-w-prose text-13 text-ink-muted">
            What the role allows, and exceptions from it. “Change” includes “see”.
          </p>
          <PermissionMatrix
            role={role}
            exceptions={exceptions}
            own={access}
            disabled={!mayChange}
            onChange={setExceptions}
          />
        </Section>
        <FormRefusal refusal={refusal} title="Nothing was saved" />
        {mayChange && (
          <div className="flex items-center gap-3">
            <Button type="submit" variant="primary" busy={change.isPending} disabled={isSame || name.trim() === ""}>
              Save changes
            </Button>
            {!isSame && (
              <span className="text-13 text-ink-muted">
                {isSelf ? "You will have to sign in again" : "They will have to sign in again"} if role or permissions
                change.
              </span>
            )}
          </div>
        )}
      </form>
      {mayChange && <MemberActions member={member} isSelf={isSelf} timeZone={timeZone} />}
    </>
  );
}

function sorted(exceptions: Readonly<Record<string, unknown>>) {
  return Object.entries(exceptions).sort(([one], [other]) => (one < other ? -1 : 1));
}

type MemberActionsProps = Pick<MemberPageProps, "member" | "isSelf" | "timeZone">;

function MemberActions({ member, isSelf, timeZone }: MemberActionsProps) {
  const router = useRouter();
  const change = useChangeMember(member.id);
  const link = useCreateMemberLink(member.id);
  const end = useEndMemberSessions(member.id);
  const [asks, setAsks] = useState<"disable" | "link" | "sessions" | null>(null);
  const isDisabled = member.state === "disabled";
  const close = () => setAsks(null);
  const refused = (error: unknown) => toast.error("Nothing was changed", { description: refusalText(error) });

  return (
    <Section title="Access" className="mt-8">
      <div className="flex flex-wrap gap-2">
        {!isDisabled && (
          <Button onClick={() => setAsks("link")}>
            {member.state === "invited" ? "New invitation link" : "Link for a new password"}
          </Button>
        )}
        {member.state === "active" && !isSelf && <Button onClick={() => setAsks("sessions")}>End all sessions</Button>}
        {isDisabled ? (
          <Button
            busy={change.isPending}
            onClick={() =>
              change.mutate(
                { disabled: false },
                {
                  onSuccess: () => {
                    toast.success(`${member.name} can sign in again`);
                    router.refresh();
                  },
                  onError: refused,
                },
              )
            }
          >
            Enable
          </Button>
        ) : (
          !isSelf && (
            <Button variant="danger" onClick={() => setAsks("disable")}>
              Disable
            </Button>
          )
        )}
      </div>
      <ConfirmDialog
        open={asks === "disable"}
        danger
        title={`Disable ${member.name}?`}
        confirmLabel="Disable"
        busy={change.isPending}
        onCancel={close}
        onConfirm={() =>
          change.mutate(
            { disabled: true },
            {
              onSuccess: () => {
                toast.success(`${member.name} is disabled`);
                router.refresh();
              },
              onError: refused,
              onSettled: close,
            },
          )
        }
      >
        <p>All their sessions end at once and they can’t sign in. You can enable them again.</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asks === "sessions"}
        title={`End all sessions of ${member.name}?`}
        confirmLabel="End sessions"
        busy={end.isPending}
        onCancel={close}
        onConfirm={() =>
          end.mutate(undefined, {
            onSuccess: ({ ended }) => toast.success(ended === 1 ? "1 session ended" : `${ended} sessions ended`),
            onError: refused,
            onSettled: close,
          })
        }
      >
        <p>They have to sign in again on every device.</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asks === "link" && link.data === undefined}
        title={member.state === "invited" ? "Create a new invitation?" : "Create a link for a new password?"}
        confirmLabel="Create link"
        busy={link.isPending}
        onCancel={close}
        onConfirm={() => link.mutate(undefined, { onError: (error) => [refused(error), close()] })}
      >
        <p>Earlier links stop working. Whoever has the link can set the password, so pass it on with care.</p>
      </ConfirmDialog>
      {link.data && (
        <MemberLinkDialog
          title={`Link for ${member.name}`}
          link={link.data}
          email={member.email}
          timeZone={timeZone}
          onClose={() => {
            link.reset();
            close();
          }}
        />
      )}
    </Section>
  );
}
