"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller } from "react-hook-form";
import type { z } from "zod";
import { DialogForm } from "@/components/form/dialog-form";
import { useServerForm } from "@/components/form/use-server-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SelectInput } from "@/components/ui/select-input";
import { TextInput } from "@/components/ui/text-input";
import { useInviteMember } from "@/lib/access/client/member";
import { type InvitedMember, NewMember } from "@/lib/access/contract/member";
import type { Role } from "@/lib/access/domain/roles";
import { MemberLinkDialog } from "./member-link-dialog";
import { ROLE_TEXTS } from "./role-texts";

type Invited = z.output<typeof InvitedMember>;
type FormProps = { roles: readonly Role[]; onClose: () => void; onInvited: (invited: Invited) => void };

export function InviteMember({ roles, timeZone }: { roles: readonly Role[]; timeZone: string }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        <Plus aria-hidden="true" className="size-3.5" /> Invite member
      </Button>
      {isOpen && (
        <InviteForm
          roles={roles}
          onClose={() => setIsOpen(false)}
          onInvited={(answer) => {
            setIsOpen(false);
            setInvited(answer);
            router.refresh();
          }}
        />
      )}
      {invited && (
        <MemberLinkDialog
          title={`${invited.member.name} is invited`}
          link={invited}
          email={invited.member.email}
          timeZone={timeZone}
          onClose={() => setInvited(null)}
        />
      )}
    </>
  );
}

function InviteForm({ roles, onClose, onInvited }: FormProps) {
  const invite = useInviteMember();
  const { form, ...submission } = useServerForm({
    contract: NewMember,
    requestOf: ({ email, name, role }) => ({ email: email.trim(), name: name.trim(), role }),
    defaultValues: { email: "", name: "", role: (roles.includes("operator") ? "operator" : "viewer") as Role },
    send: invite.mutateAsync,
    onSaved: onInvited,
  });
  const { errors } = form.formState;
  return (
    <DialogForm
      title="Invite a member"
      form={submission}
      submitLabel="Invite"
      refusalTitle="Nobody was invited"
      onClose={onClose}
    >
      <Field label="Name" error={errors.name?.message} required>
        <TextInput autoComplete="off" {...form.register("name")} />
      </Field>
      <Field label="Email" error={errors.email?.message} hint="What they will sign in with." required>
        <TextInput type="email" autoComplete="off" {...form.register("email")} />
      </Field>
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <Field label="Role" error={errors.role?.message} hint={ROLE_TEXTS[field.value]}>
            <SelectInput
              value={field.value}
              choices={roles.map((role) => ({ value: role, label: role }))}
              onChange={field.onChange}
            />
          </Field>
        )}
      />
    </DialogForm>
  );
}
