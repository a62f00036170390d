import clsx from "clsx";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Member } from "@/lib/access/contract/member";
import { type Access, may } from "@/lib/access/domain/access";
import { rolesWithin } from "@/lib/access/domain/roles";
import { InviteMember } from "./invite-member";
import { MemberState } from "./member-state";
import { SecondFactorSwitch } from "./second-factor-switch";
import { SettingsTabs } from "./settings-tabs";

type MembersPageProps = {
  members: readonly Member[];
  /** Null if the member can't read it. */
  isFactorRequired: boolean | null;
  access: Access;
  timeZone: string;
};

export function MembersPage({ members, isFactorRequired, access, timeZone }: MembersPageProps) {
  return (
    <>
      <SettingsTabs access={access} />
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <p className="mr-auto max-w-prose text-13 text-ink-muted">
          Everybody who signs in. Members are disabled, never deleted: what they did stays under their name.
        </p>
        {may(access, "update", "members") && <InviteMember roles={rolesWithin(access)} timeZone={timeZone} />}
      </div>
      <Table caption="Members by name">
        <thead>
          <tr>
            <HeaderCell>Name</HeaderCell>
            <HeaderCell>State</HeaderCell>
            <HeaderCell>Role</HeaderCell>
            <HeaderCell className={WIDE}>Second factor</HeaderCell>
            <HeaderCell className={WIDE}>Last seen</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <Row key={member.id}>
              <Cell className="sm:min-w-48">
                <TextLink href={`/settings/members/${member.id}`} className="font-medium">
                  {member.name}
                </TextLink>
                <span className="block break-all text-12 text-ink-muted">{member.email}</span>
              </Cell>
              <Cell className="whitespace-nowrap">
                <MemberState state={member.state} />
              </Cell>
              <Cell>
                {member.role}
                <Exceptions of={member} />
                <span className={clsx("text-ink-muted", FOLDED)}>{FOLDED_FACTORS[member.second_factor]}</span>
              </Cell>
              <Cell className={WIDE}>{FACTORS[member.second_factor]}</Cell>
              <Cell className={clsx("whitespace-nowrap text-ink-muted", WIDE)}>
                {member.last_seen_at ? <RelativeTime at={member.last_seen_at} timeZone={timeZone} /> : "never"}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {isFactorRequired !== null && may(access, "update", "settings") && may(access, "update", "members") && (
        <SecondFactorSwitch isRequired={isFactorRequired} />
      )}
    </>
  );
}

const FACTORS: Record<Member["second_factor"], string> = {
  none: "none",
  authenticator: "authenticator app",
  passkey: "passkey",
};

/** Without the heading of a column. */
const FOLDED_FACTORS = { ...FACTORS, none: "no second factor" };

function Exceptions({ of: { permissions } }: { of: Member }) {
  const count = Object.keys(permissions).length;
  if (count === 0) return null;
  return (
    <span className="block text-12 text-ink-muted">
      {count === 1 ? "with 1 exception" : `with ${count} exceptions`}
    </span>
  );
}
