import type { SqlTx } from "@/lib/platform/sql/in-company";

/** Empties the answers that are replayed under an Idempotency-Key and show one of these calls. */
export async function eraseAnswersOfCalls(tx: SqlTx, ids: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    update idempotency_key set answer = null where company_id = ${tx.company} and call_id = any(${ids}::bigint[])`;
  await tx.$executeRaw`
    update idempotency_key set answer = null
    where company_id = ${tx.company} and call_id is null and call_ids && ${ids}::bigint[]`;
}

/** Empties all others before `until`. They are sealed, so a number in them cannot be searched. */
export async function eraseOtherAnswers(tx: SqlTx, until: Date): Promise<void> {
  await tx.$executeRaw`
    update idempotency_key set answer = null
    where company_id = ${tx.company} and call_id is null and created_at < ${until}::timestamptz`;
}
