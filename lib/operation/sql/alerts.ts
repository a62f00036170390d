import type { SqlTx } from "@/lib/platform/sql/in-company";

export type AlertKind = "rollup_late" | "proof_failed" | "endpoint_silent" | "webhook_failing" | "webhook_disabled";

/** Notes that an alert is sent. False if it was within the last day: then it must not be sent again. */
export async function noteAlert(tx: SqlTx, kind: AlertKind, subjectId: number, at: Date): Promise<boolean> {
  const noted = await tx.$executeRaw`
    insert into alert (company_id, kind, subject_id, sent_at)
    values (${tx.company}::bigint, ${kind}, ${subjectId}::bigint, ${at}::timestamptz)
    on conflict (company_id, kind, subject_id) do update set sent_at = excluded.sent_at
    where alert.sent_at <= excluded.sent_at - interval '1 day'`;
  return noted > 0;
}

/** How long the oldest pending change has waited since the last rollup, in seconds; 0 if none waits. */
export async function rollupLagSeconds(tx: SqlTx, at: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ lag: number | null }[]>`
    select extract(epoch from ${at}::timestamptz - greatest(oldest.changed_at, (
        select r.posted_at from rollup r where r.company_id = ${tx.company} order by r.number desc limit 1
      )))::double precision as lag
    from (
      select min(c.changed_at) as changed_at
      from (select q.call_id, q.version from billing_queue q where q.company_id = ${tx.company} limit 10000) q
      join call_change c on c.company_id = ${tx.company} and c.call_id = q.call_id and c.version = q.version
    ) oldest
    where oldest.changed_at is not null`;
  return row?.lag ?? 0;
}

/** What the last finished proof found, if it does not hold; null if it does, or none ran. */
export async function lastFailedProof(
  tx: SqlTx,
): Promise<{ readonly outcome: "differs" | "failed"; readonly finishedAt: Date } | null> {
  const [row] = await tx.$queryRaw<{ outcome: "holds" | "differs" | "failed"; finished_at: Date }[]>`
    select outcome, finished_at from proof where company_id = ${tx.company} and finished_at is not null
    order by started_at desc, id desc limit 1`;
  return row && row.outcome !== "holds" ? { outcome: row.outcome, finishedAt: row.finished_at } : null;
}

export type SilentEndpoint = { readonly id: number; readonly name: string; readonly isOfBuyer: boolean };

/** Endpoints that sent nothing for 24 hours, and something on each of the 7 days before. */
export async function silentEndpoints(tx: SqlTx, at: Date): Promise<SilentEndpoint[]> {
  const rows = await tx.$queryRaw<{ id: bigint; name: string; is_of_buyer: boolean }[]>`
    select e.id, e.name, e.buyer_id is not null as is_of_buyer
    from webhook_endpoint e
    where e.company_id = ${tx.company} and e.paused_at is null
      and not exists (
        select from inbound_event i where i.company_id = ${tx.company} and i.endpoint_id = e.id
          and i.received_at > ${at}::timestamptz - interval '24 hours')
      and not exists (
        select from generate_series(1, 7) as day where not exists (
          select from inbound_event i where i.company_id = ${tx.company} and i.endpoint_id = e.id
            and i.received_at > ${at}::timestamptz - (day + 1) * interval '24 hours'
            and i.received_at <= ${at}::timestamptz - day * interval '24 hours'))
    order by e.id`;
  return rows.map((row) => ({ id: Number(row.id), name: row.name, isOfBuyer: row.is_of_buyer }));
}

export type FailingWebhook = { readonly id: number; readonly name: string; readonly failingSince: Date };

/** Active endpoints to which every attempt has failed for a day. */
export async function failingWebhooks(tx: SqlTx, at: Date): Promise<FailingWebhook[]> {
  const rows = await tx.$queryRaw<{ id: bigint; name: string; failing_since: Date }[]>`
    select id, name, failing_since from outbound_endpoint
    where company_id = ${tx.company} and state = 'active' and failing_since <= ${at}::timestamptz - interval '1 day'
    order by id`;
  return rows.map((row) => ({ id: Number(row.id), name: row.name, failingSince: row.failing_since }));
}

/** Endpoints that were disabled within a day, because every attempt had failed for too long. */
export async function disabledWebhooks(
  tx: SqlTx,
  since: { readonly after: Date; readonly through: Date },
): Promise<FailingWebhook[]> {
  const rows = await tx.$queryRaw<{ id: bigint; name: string; failing_since: Date }[]>`
    select id, name, failing_since from outbound_endpoint
    where company_id = ${tx.company} and state = 'disabled'
      and failing_since > ${since.after}::timestamptz and failing_since <= ${since.through}::timestamptz
    order by id`;
  return rows.map((row) => ({ id: Number(row.id), name: row.name, failingSince: row.failing_since }));
}

export type AlertReceiver = { readonly name: string; readonly email: string };

/** Owners and admins who can sign in. */
export async function alertReceivers(tx: SqlTx): Promise<AlertReceiver[]> {
  return tx.$queryRaw<AlertReceiver[]>`
    select name, email from member
    where company_id = ${tx.company} and role in ('owner', 'admin') and disabled_at is null and password_hash is not null
    order by id`;
}
