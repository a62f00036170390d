import type pg from "pg";
import type { CompanyId } from "@/lib/base/ids";
import { codesOf } from "./codes-of";
import { type Committing, MARK, type TransactionMark, withKnownOutcome } from "./commit-outcome";
import { Prisma } from "./generated/client";
import { pool, prisma, waitAtMostMs } from "./prisma";
import { reachable } from "./reachable";
import { rollBackAndRelease } from "./roll-back";
import { type Statements, statementsOn } from "./run-sql";

/** An open transaction that speaks for one company; every statement binds `company` besides. */
export type Tx = Prisma.TransactionClient & { readonly company: CompanyId };

/** The same for who speaks in SQL alone: every `Tx` is one. */
export type SqlTx = Statements & { readonly company: CompanyId };

type OnCommit<T> = (committing: Committing<T>) => void;

const RUN_AT_MOST_MS = 120_000;
const prismaOptions = () => ({ maxWait: waitAtMostMs(), timeout: RUN_AT_MOST_MS });

/** A plan that is kept has to hold when its tables have grown: by their keys alone. */
const SETTINGS = `set local statement_timeout = ${RUN_AT_MOST_MS}; set local enable_seqscan = off`;
const IN_FAILED_TRANSACTION = "25P02";

/**
 * The one way to a company's rows: a transaction in which row-level security shows this company and nothing else.
 * Throws `Unavailable` where nothing was saved for want of the database, and `CommitUnknown` where nobody can say.
 */
export function inCompany<T>(company: CompanyId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return reachable(() => withKnownOutcome((onCommit) => prismaTransaction(company, work, onCommit)));
}

function prismaTransaction<T>(company: CompanyId, work: (tx: Tx) => Promise<T>, onCommit: OnCommit<T>): Promise<T> {
  return prisma().$transaction(async (client) => {
    const rows = await client.$queryRaw<TransactionMark[]>(Prisma.raw(speakFor(company)));
    const result = await work(speakingFor(client, company));
    onCommit({ mark: markIn(rows), result });
    return result;
  }, prismaOptions());
}

/**
 * The same for what every save runs: straight to the connection, where a statement need not wait for the answer to the
 * one before. They are run in the order in which they are sent.
 */
export function inCompanySql<T>(company: CompanyId, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  return reachable(() => withKnownOutcome((onCommit) => sqlTransaction(company, work, onCommit)));
}

async function sqlTransaction<T>(company: CompanyId, work: (tx: SqlTx) => Promise<T>, onCommit: OnCommit<T>) {
  const connection = await pool().connect();
  let isOver = false;
  let firstFailure: unknown;
  const query = async (statement: pg.QueryConfig) => {
    if (isOver) throw new Error("The transaction is over: await each statement before it ends.");
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
    if (command !== "COMMIT") throw new Error("A statement failed and nobody said so: nothing was saved.");
    connection.release();
    return result;
  } catch (reason) {
    isOver = true;
    await rollBackAndRelease(connection);
    // What failed of the statement before it says nothing itself.
    throw codesOf(reason).includes(IN_FAILED_TRANSACTION) ? firstFailure : reason;
  }
}

/**
 * For verbs that only read, and often: takes no transaction id, of which a database has four thousand million, and has
 * nothing that a lost COMMIT could leave in doubt. PostgreSQL refuses to write in it.
 */
export function readInCompany<T>(company: CompanyId, read: (tx: Tx) => Promise<T>): Promise<T> {
  return reachable(() =>
    prisma().$transaction(async (client) => {
      await client.$executeRaw`
        select set_config('transaction_read_only', 'on', true) from set_company(${company}::bigint)`;
      return read(speakingFor(client, company));
    }, prismaOptions()),
  );
}

/** The same straight to the connection, and all of it as at one moment. */
export function readInCompanySql<T>(company: CompanyId, read: (tx: SqlTx) => Promise<T>): Promise<T> {
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

/** PostgreSQL answers a text of several statements with one result each. */
function lastRows(answered: pg.QueryResult | pg.QueryResult[]): TransactionMark[] {
  return [answered].flat().at(-1)?.rows ?? [];
}

function markIn([mark]: readonly TransactionMark[]): TransactionMark {
  if (!mark) throw new Error("the database did not say which transaction this is");
  return mark;
}

/** Beside the client, never on it: Prisma keeps what is assigned to a transaction where all transactions see it. */
function speakingFor(client: Prisma.TransactionClient, company: CompanyId): Tx {
  return Object.create(client, { company: { value: company } });
}
