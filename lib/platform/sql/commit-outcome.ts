import { setTimeout } from "node:timers/promises";
import { CommitUnknown } from "@/lib/base/errors";
import { pool } from "./prisma";

/** What a transaction is found by once its connection is gone: its id, and the start of the server that gave it. */
export type TransactionMark = { readonly xid: string; readonly server: string };

/** The columns of a mark. They give the transaction its id: not for transactions that only read. */
export const MARK = `pg_current_xact_id()::text as xid, extract(epoch from pg_postmaster_start_time())::text as server`;

/** What is left when only COMMIT is missing. */
export type Committing<Result> = { readonly mark: TransactionMark; readonly result: Result };

type Outcome = "committed" | "aborted" | "unknown";

const ASK_FOR_MS = 3_000;
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 400;

/**
 * Runs a transaction that says when it comes to its COMMIT. Where that fails, the database is asked what became of it:
 * the result stands if it was committed, and the failure if it was not. Throws `CommitUnknown` where nobody can say.
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

/** Asks on other connections, again and again while it is in progress or the database is out of reach. */
async function findOutcome(mark: TransactionMark): Promise<Outcome> {
  const until = performance.now() + ASK_FOR_MS;
  for (let wait = FIRST_WAIT_MS; performance.now() < until; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const outcome = await ask(mark).catch(() => null);
    if (outcome) return outcome;
    await setTimeout(wait);
  }
  return "unknown";
}

/** A server that was started again, or another one, may have given the id of a lost transaction to somebody else. */
async function ask({ xid, server }: TransactionMark): Promise<Outcome | null> {
  const text = `select pg_xact_status($1::xid8) as status, extract(epoch from pg_postmaster_start_time())::text as server`;
  const { rows } = await pool().query<{ status: string | null; server: string }>(text, [xid]);
  const [row] = rows;
  if (row?.status === "aborted") return "aborted";
  if (row?.status === "committed") return row.server === server ? "committed" : "unknown";
  return null;
}
