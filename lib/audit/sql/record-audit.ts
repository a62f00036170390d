import type { SqlTx } from "@/lib/platform/sql/in-company";
import { type AuditAction, subjectOf } from "../domain/audit-action";

/** Who acts, when, and from where: a `Context` has it all. */
type By = {
  readonly actor: { readonly type: string; readonly id: number | null };
  readonly now: () => Date;
  readonly from?: { readonly address: string | null; readonly requestId: string | null } | undefined;
};

type Deed = {
  readonly action: AuditAction;
  /** Of what the action was done to: its id, number or name; null for the company as a whole. */
  readonly id: number | string | null;
  /** What changed, as it was and as it is. Never secrets, nor personal values of callers. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
};

/** Adds to the audit log, in the transaction of what it tells. */
export async function recordAudit(tx: SqlTx, { actor, now, from }: By, deed: Deed): Promise<void> {
  const { action, id, before = {}, after = {} } = deed;
  await tx.$executeRaw`
    insert into audit_entry
      (company_id, recorded_at, actor_type, actor_id, address, request_id, action, subject_type, subject_id, before, after)
    values (${tx.company}, ${now()}::timestamptz, ${actor.type}, ${actor.id}::bigint, ${from?.address ?? null},
      ${from?.requestId ?? null}, ${action}, ${subjectOf(action)}, ${id === null ? null : String(id)},
      ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb)`;
}

/** The same for several. */
export async function recordAudits(tx: SqlTx, by: By, deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) await recordAudit(tx, by, deed);
}
