import { setTimeout } from "node:timers/promises";
import { CommitUnknown } from "@/lib/base/errors";
import { pool } from "./prisma";

/** Identifies a transaction after its connection is lost: its id, and the start time of its server. */
export type TransactionMark = { readonly xid: string; readonly server: string };

/** Columns of a mark. Reading them assigns a transaction id, so they are not for read-only transactions. */
export const MARK = `pg_current_xact_id()::text as xid, extract(epoch from pg_postmaster_start_time())::text as server`;

/** A transaction before its COMMIT. */
export type Committing<Result> = { readonly mark: TransactionMark; readonly result: Result };

type Outcome = "committed" | "aborted" | "unknown";

const ASK_FOR_MS = 3_000;
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 400;

/**
 * Runs a transaction that reports when it is about to COMMIT. If that fails, asks the database for the outcome: returns
 * the result if it was committed, throws the failure if not, and throws `CommitUnknown` if the database cannot be
 * asked.
 */
export async function withKnownOutcome<Result>(
  run: (onCommit: (committing: Committing<Result>) => void) => Promise<Result>,
): Promise<Result> {
  let reached = null as Committing<Result> | null;
  try {
    return await run((committing) => {
      reached = committing;
    });
  } catch (reason) {
    if (reached === null) throw reason;
    const outcome = await findOutcome(reached.mark);
    if (outcome === "unknown") throw new CommitUnknown(reason);
    if (outcome === "aborted") throw reason;
    return reached.result;
  }
}

/** Asks on other connections while the transaction is in progress or the database is unreachable. */
async function findOutcome(mark: TransactionMark): Promise<Outcome> {
  const until = performance.now() + ASK_FOR_MS;
  for (let wait = FIRST_WAIT_MS; performance.now() < until; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const outcome = await ask(mark).catch(() => null);
    if (outcome) return outcome;
    await setTimeout(wait);
  }
  return "unknown";
}

/**
 * A restarted or different server may have reused the transaction id, so its "committed" proves nothing. Null while in
 * progress.
 */
async function ask({ xid, server }: TransactionMark): Promise<Outcome | null> {
  const text = `select pg_xact_status($1::xid8) as status, extract(epoch from pg_postmaster_start_time())::text as server`;
  const { rows } = await pool().query<{ status: string | null; server: string }>(text, [xid]);
  const [row] = rows;
  if (row?.status === "aborted") return "aborted";
  if (row?.status === "committed") return row.server === server ? "committed" : "unknown";
  return null;
}
