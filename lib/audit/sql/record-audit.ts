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
export async function recordAudit(tx: SqlTx, by: By, deed: Deed): Promise<void> {
  await recordAudits(tx, by, [deed]);
}

/** The same for several, in one statement. */
export async function recordAudits(tx: SqlTx, { actor, now, from }: By, deeds: readonly Deed[]): Promise<void> {
  if (deeds.length === 0) return;
  const rows = deeds.map(({ action, id, before = {}, after = {} }) => ({
    action,
    subject_type: subjectOf(action),
    subject_id: id === null ? null : String(id),
    before,
    after,
  }));
  await tx.$executeRaw`
    insert into audit_entry
      (company_id, recorded_at, actor_type, actor_id, address, request_id, action, subject_type, subject_id, before, after)
    select ${tx.company}, ${now()}::timestamptz, ${actor.type}, ${actor.id}::bigint,
      ${from?.address ?? null}, ${from?.requestId ?? null}, d.action, d.subject_type, d.subject_id, d.before, d.after
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d (action text, subject_type text, subject_id text, before jsonb, after jsonb)`;
}
