import type { SqlTx } from "@/lib/platform/sql/in-company";

export type StoredAnswer = {
  /** Hexadecimal, as the request. */
  readonly key: string;
  readonly request: string;
  /** Sealed; null once personal data in it was erased. */
  readonly answer: Uint8Array | null;
};

export type NewAnswer = StoredAnswer & {
  readonly answer: Uint8Array;
  /** The call that the answer shows. */
  readonly callId: number | null;
  /** The calls of a bulk. */
  readonly callIds: readonly number[];
};

export async function findAnswers(tx: SqlTx, keys: readonly string[]): Promise<StoredAnswer[]> {
  return tx.$queryRaw<StoredAnswer[]>`
    select wanted.key, encode(k.request_hash, 'hex') as request, k.answer
    from unnest(${keys}::text[]) as wanted(key)
    cross join lateral (
      select request_hash, answer from idempotency_key
      where idempotency_key.company_id = ${tx.company} and idempotency_key.key_hash = decode(wanted.key, 'hex') offset 0
    ) k`;
}

/**
 * Stores answers under their keys, in one order so that two servers with the same keys do not deadlock. Waits for a
 * transaction that has stored one of the keys. Returns false if one is taken.
 */
export async function insertAnswers(tx: SqlTx, answers: readonly NewAnswer[], at: Date): Promise<boolean> {
  const rows = answers.map(({ key, request, answer, callId, callIds }) => ({
    key,
    request,
    answer: Buffer.from(answer).toString("base64"),
    call: callId,
    calls: callIds,
  }));
  const inserted = await tx.$executeRaw`
    insert into idempotency_key (company_id, key_hash, request_hash, answer, call_id, call_ids, created_at)
    select h.company_id, decode(n.key, 'hex'), decode(n.request, 'hex'), decode(n.answer, 'base64'), n.call, n.calls,
      ${at}::timestamptz
    from ledger_head h cross join json_to_recordset(${JSON.stringify(rows)}::json)
      as n(key text, request text, answer text, call bigint, calls bigint[])
    where h.company_id = ${tx.company}
    order by n.key
    on conflict (company_id, key_hash) do nothing`;
  return inserted === answers.length;
}

export async function deleteAnswersBefore(tx: SqlTx, before: Date): Promise<void> {
  await tx.$executeRaw`
    delete from idempotency_key where company_id = ${tx.company} and created_at < ${before}::timestamptz`;
}
