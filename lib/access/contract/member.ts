import { z } from "zod";
import { says } from "@/lib/platform/contract/says";
import { ApiBoolean, nameText } from "@/lib/platform/contract/scalars";
import { AREAS } from "../domain/access";
import { ROLE_NAMES } from "../domain/roles";
import { NewPasswordText } from "./security";

const Ok = z.literal(200).meta(says("HTTP status.", 200));
const Created = z.literal(201).meta(says("HTTP status.", 201));
const AT = "2026-11-23T10:42:00.000Z";
const EMAIL_SENTENCE = "Enter an email address such as ana@example.test.";

const Name = nameText(200).meta(says("Name.", "Ana Ruiz"));
const Email = z
  .email(EMAIL_SENTENCE)
  .max(254, EMAIL_SENTENCE)
  .meta(says("Address to sign in with.", "ana@example.test"));
const Role = z
  .enum(ROLE_NAMES, { error: `Use one of ${ROLE_NAMES.join(", ")}.` })
  .meta(says("What the member may do, but for exceptions.", "operator"));
const Level = z.enum(["none", "read", "update"], { error: "Use none, read or update." });
export const Exceptions = z
  .partialRecord(z.enum(AREAS, { error: `Use areas among ${AREAS.join(", ")}.` }), Level)
  .meta(says("Exceptions from the role, by area.", { "call.revenue": "read" }));

export const NewMember = z
  .strictObject({ email: Email, name: Name, role: Role, permissions: Exceptions.optional() })
  .meta({ id: "NewMember" });
export type NewMember = z.output<typeof NewMember>;

export const MemberUpdate = z
  .strictObject({
    name: Name.optional(),
    role: Role.optional(),
    permissions: Exceptions.optional(),
    disabled: ApiBoolean.optional().meta(
      says("True to end all sessions and refuse sign-ins; false to let the member in again.", true),
    ),
  })
  .meta({ id: "MemberUpdate" });
export type MemberUpdate = z.output<typeof MemberUpdate>;

export const Member = z
  .object({
    id: z.number().int().meta(says("ID.", 7)),
    name: Name,
    email: z.string().meta(says("Address to sign in with.", "ana@example.test")),
    role: z.string().meta(says("What the member may do, but for exceptions.", "operator")),
    permissions: z.record(z.string(), z.string()).meta(says("Exceptions from the role, by area.", {})),
    state: z
      .enum(["invited", "active", "disabled"])
      .meta(says("Invited members have not set a password yet.", "active")),
    second_factor: z
      .enum(["none", "authenticator", "passkey"])
      .meta(says("What the member signs in with besides the password.", "authenticator")),
    created_at: z.iso.datetime().meta(says("When the member was added.", AT)),
    last_seen_at: z.iso.datetime().nullable().meta(says("When the member last used a session; null if never.", AT)),
  })
  .meta({ id: "Member" });
export type Member = z.output<typeof Member>;

export const MemberList = z
  .object({ status: Ok, members: z.array(Member).meta(says("By name.")) })
  .meta({ id: "MemberList" });
export const MemberAnswer = z.object({ status: Ok, member: Member }).meta({ id: "MemberAnswer" });

const Link = {
  link: z
    .string()
    .meta(says("The link to pass on. It works once and is shown only in this answer.", "https://…/join/…")),
  expires_at: z.iso.datetime().meta(says("Until when it works.", AT)),
  mailed: z.boolean().meta(says("Whether it was sent to the member’s address, too.", false)),
};
export const InvitedMember = z.object({ status: Created, member: Member, ...Link }).meta({ id: "InvitedMember" });
export const MemberLinkAnswer = z.object({ status: Created, ...Link }).meta({ id: "MemberLink" });

export const ChosenPassword = z.strictObject({ password: NewPasswordText }).meta({ id: "ChosenPassword" });
