import type pg from "pg";
import type { CompanyId } from "@/lib/base/ids";
import { codesOf } from "./codes-of";
import { type Committing, MARK, type TransactionMark, withKnownOutcome } from "./commit-outcome";
import { Prisma } from "./generated/client";
import { atSavepoint, transactionToJoin } from "./one-transaction";
import { pool, prisma, waitAtMostMs } from "./prisma";
import { reachable } from "./reachable";
import { rollBackAndRelease } from "./roll-back";
import { statementsOn } from "./run-sql";
import type { SqlTx, Tx } from "./tx";

/** An open transaction that speaks for no company yet. */
export type OpenTx = Prisma.TransactionClient;

export type { SqlTx, Tx };

type OnCommit<T> = (committing: Committing<T>) => void;

const RUN_AT_MOST_MS = 120_000;
const prismaOptions = () => ({ maxWait: waitAtMostMs(), timeout: RUN_AT_MOST_MS });

/** A cached generic plan must stay fast as tables grow, so it may use only indexes. */
const SETTINGS = `set local statement_timeout = ${RUN_AT_MOST_MS}; set local enable_seqscan = off`;
const IN_FAILED_TRANSACTION = "25P02";

/**
 * The only way to a company's rows: a transaction in which row-level security shows only this company. Throws
 * `Unavailable` if the database failed and nothing was saved, `CommitUnknown` if the outcome cannot be found. Joins the
 * transaction of `asOneTransaction`.
 */
export function inCompany<T>(company: CompanyId, work: (tx: Tx) => Promise<T>): Promise<T> {
  const joined = transactionToJoin(company);
  return joined ? atSavepoint(joined, work) : inNewCompany(() => company, work);
}

/** The same for a company that `insert` creates in the transaction, so that none is left without its first rows. */
export function inNewCompany<T>(
  insert: (client: Prisma.TransactionClient) => CompanyId | Promise<CompanyId>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return reachable(() => withKnownOutcome((onCommit) => prismaTransaction(insert, work, onCommit)));
}

function prismaTransaction<T>(
  companyOf: (client: Prisma.TransactionClient) => CompanyId | Promise<CompanyId>,
  work: (tx: Tx) => Promise<T>,
  onCommit: OnCommit<T>,
): Promise<T> {
  return prisma().$transaction(async (client) => {
    const company = await companyOf(client);
    const rows = await client.$queryRaw<TransactionMark[]>(Prisma.raw(speakFor(company)));
    const result = await work(speakingFor(client, company));
    onCommit({ mark: markIn(rows), result });
    return result;
  }, prismaOptions());
}

/**
 * The same without Prisma, for what every save runs. Statements may be sent without waiting for earlier results; they
 * run in order.
 */
export function inCompanySql<T>(company: CompanyId, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  const joined = transactionToJoin(company);
  if (joined) return atSavepoint(joined, work);
  return reachable(() => withKnownOutcome((onCommit) => sqlTransaction(company, work, onCommit)));
}

async function sqlTransaction<T>(company: CompanyId, work: (tx: SqlTx) => Promise<T>, onCommit: OnCommit<T>) {
  const connection = await pool().connect();
  let isOver = false;
  let firstFailure: unknown;
  const query = async (statement: pg.QueryConfig) => {
    if (isOver) throw new Error("The transaction is over: await each statement before its end.");
    return connection.query(statement).catch((reason: unknown) => {
      firstFailure ??= reason;
      throw reason;
    });
  };
  try {
    const [begun, result] = await Promise.all([
      query({ text: `begin; ${SETTINGS}; ${speakFor(company)}` }),
      work({ ...statementsOn({ query }), company }),
    ]);
    isOver = true;
    onCommit({ mark: markIn(lastRows(begun)), result });
    const { command } = await connection.query("commit");
    if (command !== "COMMIT") throw new Error("A statement failed and its error was not awaited: nothing was saved.");
    connection.release();
    return result;
  } catch (reason) {
    isOver = true;
    await rollBackAndRelease(connection);
    // Report the first failure instead of "current transaction is aborted".
    throw codesOf(reason).includes(IN_FAILED_TRANSACTION) ? firstFailure : reason;
  }
}

/**
 * For frequent reads. Uses no transaction id (there are only four billion until wraparound) and has no COMMIT that
 * could be lost. PostgreSQL rejects writes.
 */
export function readInCompany<T>(company: CompanyId, read: (tx: Tx) => Promise<T>): Promise<T> {
  const joined = transactionToJoin(company);
  if (joined) return read(joined);
  return reachable(() =>
    prisma().$transaction(async (client) => {
      await client.$executeRaw`
        select set_config('transaction_read_only', 'on', true) from set_company(${company}::bigint)`;
      return read(speakingFor(client, company));
    }, prismaOptions()),
  );
}

/** The same without Prisma, from one snapshot. */
export function readInCompanySql<T>(company: CompanyId, read: (tx: SqlTx) => Promise<T>): Promise<T> {
  const joined = transactionToJoin(company);
  if (joined) return read(joined);
  return reachable(async () => {
    const connection = await pool().connect();
    try {
      const [, result] = await Promise.all([
        connection.query(
          `begin isolation level repeatable read read only; ${SETTINGS}; select set_company(${BigInt(company)})`,
        ),
        read({ ...statementsOn(connection), company }),
      ]);
      return result;
    } finally {
      await rollBackAndRelease(connection);
    }
  });
}

function speakFor(company: CompanyId): string {
  return `select ${MARK} from set_company(${BigInt(company)})`;
}

/** PostgreSQL returns one result per statement of the text. */
function lastRows(answered: pg.QueryResult | pg.QueryResult[]): TransactionMark[] {
  return [answered].flat().at(-1)?.rows ?? [];
}

function markIn([mark]: readonly TransactionMark[]): TransactionMark {
  if (!mark) throw new Error("the database returned no transaction id");
  return mark;
}

/** A separate object: Prisma shows properties set on one transaction client in all transactions. */
function speakingFor(client: Prisma.TransactionClient, company: CompanyId): Tx {
  return Object.create(client, { company: { value: company } });
}
