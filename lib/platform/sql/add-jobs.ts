import type { Statements } from "./run-sql";

/** Queues jobs in the transaction of what they belong to: they run once it is saved, and only then. */
export async function addJobs(
  tx: Pick<Statements, "$executeRaw">,
  job: string,
  payloads: readonly object[],
  attempts: number,
): Promise<void> {
  const texts = payloads.map((payload) => JSON.stringify(payload));
  await tx.$executeRaw`
    select graphile_worker.add_job(${job}, payload::json, max_attempts => ${attempts}::integer)
    from unnest(${texts}::text[]) as payload`;
}
