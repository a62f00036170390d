import type pg from "pg";
import type { CompanyId } from "@/lib/domain/ids";
import type { Prisma } from "./generated/client";
import { pool, prisma, waitAtMostMs } from "./prisma";
import { reachable } from "./reachable";
import { type Statements, statementsOn } from "./statements";

/** An open transaction that speaks for one company; every statement binds `company` besides. */
export type Tx = Prisma.TransactionClient & { readonly company: CompanyId };

/** The same for who speaks in SQL alone: every `Tx` is one. */
export type SqlTx = Statements & { readonly company: CompanyId };

const RUN_AT_MOST_MS = 120_000;

/** A plan that is kept has to hold when its tables have grown: by their keys alone. */
const BEGIN = `begin; set local statement_timeout = ${RUN_AT_MOST_MS}; set local enable_seqscan = off`;

/** The one door to a company's rows: a transaction in which row-level security shows this company and nothing else. */
export function inCompany<T>(company: CompanyId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return reachable(() => transaction(company, work));
}

function transaction<T>(company: CompanyId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prisma().$transaction(
    async (client) => {
      await client.$executeRaw`select set_company(${company}::bigint)`;
      return work(speakingFor(client, company));
    },
    { maxWait: waitAtMostMs(), timeout: RUN_AT_MOST_MS },
  );
}

/**
 * Its other wing, for what every save runs: straight to the connection, where a statement need not wait for the answer
 * to the one before. They are run in the order in which they are said.
 */
export function inCompanySql<T>(company: CompanyId, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  return reachable(() => sqlTransaction(company, work));
}

async function sqlTransaction<T>(company: CompanyId, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  const connection = await pool().connect();
  let isOver = false;
  let broken: Error | undefined;
  const query = async (statement: pg.QueryConfig) => {
    if (isOver) throw new Error("The transaction is over: await each statement before it ends.");
    return connection.query(statement);
  };
  try {
    const [, done] = await Promise.all([
      connection.query(`${BEGIN}; select set_company(${BigInt(company)})`),
      work({ ...statementsOn({ query }), company }),
    ]);
    isOver = true;
    const { command } = await connection.query("commit");
    if (command !== "COMMIT") throw new Error("A statement failed and nobody said so: nothing was saved.");
    return done;
  } catch (reason) {
    isOver = true;
    await connection.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw reason;
  } finally {
    connection.release(broken);
  }
}

/** Beside the client, never on it: Prisma keeps what is assigned to a transaction where all transactions see it. */
function speakingFor(client: Prisma.TransactionClient, company: CompanyId): Tx {
  return Object.create(client, { company: { value: company } });
}
