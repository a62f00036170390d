import { createHash } from "node:crypto";
import pg from "pg";
import { env } from "@/lib/platform/config/env";
import { Prisma } from "./generated/client";

/** Raw SQL, through Prisma or directly on a connection. */
export type Statements = {
  $queryRaw<Rows>(parts: TemplateStringsArray, ...values: unknown[]): Promise<Rows>;
  $executeRaw(parts: TemplateStringsArray, ...values: unknown[]): Promise<number>;
};

type Connection = { readonly query: (statement: pg.QueryConfig) => Promise<pg.QueryResult> };

/**
 * Runs SQL as prepared statements, planned once per connection, without Prisma, which is five times slower per
 * statement. Where a connection pooler keeps none (DATABASE_PREPARED), each is planned anew.
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

/**
 * Named after the text, because several bundles share connections. If the text of a template varies, only its first
 * text is prepared.
 */
function nameOf(parts: TemplateStringsArray, text: string): string | undefined {
  if (env().DATABASE_PREPARED === "off") return undefined;
  const first = prepared.get(parts) ?? { name: createHash("sha256").update(text).digest("base64url"), text };
  prepared.set(parts, first);
  return first.text === text ? first.name : undefined;
}

/** 64-bit numbers as bigint, like Prisma. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.INT8 ? BigInt : pg.types.getTypeParser(oid, format),
};
