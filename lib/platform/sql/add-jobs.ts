import type { Statements } from "./run-sql";

/** A transaction in which jobs are queued. */
export type JobsTx = Pick<Statements, "$executeRaw">;

/** Queues jobs in the transaction of what they belong to: they run once it is saved, and only then. */
export async function addJobs(tx: JobsTx, job: string, payloads: readonly object[], attempts: number): Promise<void> {
  const texts = payloads.map((payload) => JSON.stringify(payload));
  await tx.$executeRaw`
    select graphile_worker.add_job(${job}, payload::json, max_attempts => ${attempts}::integer)
    from unnest(${texts}::text[]) as payload`;
}
