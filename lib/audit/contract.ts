import { z } from "zod";
import { DayText } from "@/lib/platform/contract/days";
import { says } from "@/lib/platform/contract/says";
import { Cursor, IdText, pageSize, text } from "@/lib/platform/contract/scalars";
import { AUDIT_ACTIONS } from "./domain/audit-action";

const ACTOR_TYPES = ["member", "api_key", "secure_token", "webhook", "system"] as const;

const Filters = {
  action: z
    .enum(AUDIT_ACTIONS, { error: "Use an action such as member.changed." })
    .meta(says("Only this action.", "member.changed")),
  actor_type: z
    .enum(ACTOR_TYPES, { error: `Use one of ${ACTOR_TYPES.join(", ")}.` })
    .meta(says("Only what this kind of actor did.", "member")),
  actor_id: IdText.meta(says("Only what the actor with this ID did. It takes `actor_type`.", 7)),
  subject_type: text(1, 40, "Enter a type such as member.").meta(says("Only what was done to this type.", "member")),
  subject_id: text(1, 80, "Enter an ID such as 7.").meta(
    says("Only what was done to the one with this ID. It takes `subject_type`.", "7"),
  ),
  from: DayText.meta(says("First day, in the company’s time zone.", "2026-11-01")),
  to: DayText.meta(says("Last day, in the company’s time zone.", "2026-11-30")),
};

export const AuditExportQuery = z.strictObject(Filters).partial().meta({ id: "AuditExportQuery" });
export type AuditExportQuery = z.output<typeof AuditExportQuery>;

export const AuditQuery = z
  .strictObject({ ...Filters, cursor: Cursor, per_page: pageSize(200, 50) })
  .partial()
  .meta({ id: "AuditQuery" });
export type AuditQuery = z.output<typeof AuditQuery>;

const Values = z.record(z.string(), z.unknown()).nullable();
export const AuditEntry = z
  .object({
    id: z.number().int().meta(says("ID. Later entries have higher ones.", 812)),
    recorded_at: z.iso.datetime().meta(says("When it was done.", "2026-11-23T10:46:00.000Z")),
    actor: z
      .object({
        type: z.string().meta(says("Kind of actor.", "member")),
        id: z.number().int().nullable().meta(says("ID of the member, API key or other actor.", 2)),
        name: z.string().nullable().meta(says("Name of the actor.", "Ana Ruiz")),
      })
      .meta(says("Who did it.")),
    address: z.string().nullable().meta(says("The address it came from; null for background work.", "203.0.113.9")),
    request_id: z
      .string()
      .nullable()
      .meta(says("The request, as the answer’s `X-Request-Id` names it.", "0b8e6a0e-2f2b-4c41-9b5f-0d0a6c1f7a11")),
    action: z.string().meta(says("What was done.", "member.changed")),
    subject: z
      .object({
        type: z.string().meta(says("What it was done to.", "member")),
        id: z.string().nullable().meta(says("Its ID; null for the company as a whole.", "7")),
      })
      .meta(says("What it was done to.")),
    before: Values.meta(says("What changed, as it was. Null if you can’t read amounts.", { role: "operator" })),
    after: Values.meta(says("What changed, as it is. Null if you can’t read amounts.", { role: "manager" })),
  })
  .meta({ id: "AuditEntry" });
export type AuditEntry = z.output<typeof AuditEntry>;

export const AuditList = z
  .object({
    status: z.literal(200).meta(says("HTTP status.", 200)),
    entries: z.array(AuditEntry).meta(says("Newest first.")),
    metadata: z
      .object({
        next_cursor: z.string().nullable().meta(says("Where the next page starts; null on the last.", "ODEy")),
      })
      .meta(says("About this page.")),
  })
  .meta({ id: "AuditList" });
