import { Prisma } from "./generated/client";

/** A column that a set-based statement writes. Values that JSON cannot hold exactly, such as amounts, are text. */
export type Column<Row> = {
  readonly name: string;
  readonly type: "bigint" | "boolean" | "date" | "integer" | "text" | "timestamptz" | "uuid";
  readonly value: (row: Row) => string | number | boolean | Date | null;
};

/** Columns in the form that each part of a statement lists them. */
export type Columns<Row> = {
  /** `a, b` */
  readonly names: Prisma.Sql;
  /** `a bigint, b text`, for `json_to_recordset`. */
  readonly definitions: Prisma.Sql;
  /** `a = s.a, b = s.b` */
  readonly assignments: Prisma.Sql;
  /** Rows for `json_to_recordset`. */
  readonly json: (rows: readonly Row[]) => string;
};

/** Call it once, when a file is loaded. Names are raw SQL and must not come from a request. */
export function columnsOf<Row>(columns: readonly Column<Row>[]): Columns<Row> {
  const list = (part: (column: Column<Row>) => string) => Prisma.raw(columns.map(part).join(", "));
  return {
    names: list(({ name }) => name),
    definitions: list(({ name, type }) => `${name} ${type}`),
    assignments: list(({ name }) => `${name} = s.${name}`),
    json: (rows) => JSON.stringify(rows.map((row) => valuesOf(row, columns))),
  };
}

/** A loop: spreading forty properties is fifty times slower. */
function valuesOf<Row>(row: Row, columns: readonly Column<Row>[]): object {
  const values: Record<string, unknown> = {};
  for (const { name, value } of columns) values[name] = value(row);
  return values;
}
