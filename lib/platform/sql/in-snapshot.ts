import type pg from "pg";
import type { CompanyId } from "@/lib/base/ids";
import type { SqlTx } from "./in-company";
import { pool } from "./prisma";
import { reachable } from "./reachable";
import { rollBackAndRelease } from "./roll-back";
import { statementsOn } from "./run-sql";

export type Snapshot = SqlTx & {
  /** Runs on a second connection with the same snapshot. */
  readonly beside: <T>(work: (tx: SqlTx) => Promise<T>) => Promise<T>;
};

const RUN_AT_MOST_MS = 3_600_000;

/**
 * Whole tables are read once, with hash joins and in parallel. Otherwise the planner reads row by row if it
 * underestimates the company.
 */
const SETTINGS = `set local statement_timeout = ${RUN_AT_MOST_MS}; set local enable_nestloop = off;
  set local work_mem = '192MB'; set local jit = off; set local datestyle = 'ISO, YMD'`;
/** For streams: reads by key in parts, with a time limit in case the reader stops. */
const HANDED_ON = `set local statement_timeout = ${RUN_AT_MOST_MS}; set local enable_seqscan = off;
  set local idle_in_transaction_session_timeout = '5min'`;
const BEGIN = "begin isolation level repeatable read read only";

/** One company at one moment, for long reads without locks. */
export function inSnapshot<T>(company: CompanyId, work: (tx: Snapshot) => Promise<T>): Promise<T> {
  return reachable(() => transaction(company, BEGIN, (tx) => work({ ...tx, beside: (side) => beside(tx, side) })));
}

async function beside<T>(tx: SqlTx, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`select pg_export_snapshot() as id`;
  const id = /^[0-9A-F-]+$/.exec(row?.id ?? "")?.[0];
  if (id === undefined) throw new Error("the database returned no snapshot");
  return transaction(tx.company, `${BEGIN}; set transaction snapshot '${id}'`, work);
}

/** The same as a stream. A reader that stops early ends the transaction. */
export async function* readInSnapshot<Piece>(
  company: CompanyId,
  read: (tx: SqlTx) => AsyncGenerator<Piece>,
): AsyncGenerator<Piece> {
  const connection = await reachable(() => pool().connect());
  try {
    yield* read(await begin(connection, company, `${BEGIN}; ${HANDED_ON}`));
  } finally {
    await rollBackAndRelease(connection);
  }
}

async function transaction<T>(company: CompanyId, beginning: string, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  const connection = await pool().connect();
  try {
    return await work(await begin(connection, company, `${beginning}; ${SETTINGS}`));
  } finally {
    await rollBackAndRelease(connection);
  }
}

async function begin(connection: pg.PoolClient, company: CompanyId, beginning: string): Promise<SqlTx> {
  await connection.query(`${beginning}; select set_company(${BigInt(company)})`);
  return { ...statementsOn({ query: (statement) => connection.query(statement) }), company };
}
