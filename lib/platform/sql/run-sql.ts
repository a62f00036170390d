import { createHash } from "node:crypto";
import pg from "pg";
import { Prisma } from "./generated/client";

/** Raw statements, whether they go through Prisma or straight to a connection. */
export type Statements = {
  $queryRaw<Rows>(parts: TemplateStringsArray, ...values: unknown[]): Promise<Rows>;
  $executeRaw(parts: TemplateStringsArray, ...values: unknown[]): Promise<number>;
};

type Connection = { readonly query: (statement: pg.QueryConfig) => Promise<pg.QueryResult> };

/**
 * Statements past Prisma, which takes five times as long over each, and prepared: planned once a connection. For what
 * every save runs. A pooler between has to know prepared statements, as PgBouncer 1.21 does.
 */
export function statementsOn(connection: Connection): Statements {
  const run = (parts: TemplateStringsArray, values: readonly unknown[]) => {
    const { text, values: bound } = Prisma.sql(parts, ...values);
    return connection.query({ name: nameOf(parts, text), text, values: bound, types });
  };
  return {
    $queryRaw: async <Rows>(parts: TemplateStringsArray, ...values: unknown[]) =>
      (await run(parts, values)).rows as Rows,
    $executeRaw: async (parts, ...values) => (await run(parts, values)).rowCount ?? 0,
  };
}

const prepared = new WeakMap<TemplateStringsArray, { readonly name: string; readonly text: string }>();

/** Made of the text, since several bundles share the connections. Where the words at one place vary, only the first are prepared. */
function nameOf(parts: TemplateStringsArray, text: string): string | undefined {
  const first = prepared.get(parts) ?? { name: createHash("sha256").update(text).digest("base64url"), text };
  prepared.set(parts, first);
  return first.text === text ? first.name : undefined;
}

/** Numbers of 64 bits as Prisma gives them. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.INT8 ? BigInt : pg.types.getTypeParser(oid, format),
};
