import type { DataModel, ModelField, ModelIndex } from "./read-data-model";

/**
 * The structure that the Prisma schema describes, in PostgreSQL's terms: one line per column, key, index and foreign
 * key.
 */
export function factsOfPrisma({ models, indexes }: DataModel): string[] {
  const tables = new Map(models.map((model) => [model.name, tableOf(model)]));
  const facts = [...tables.values()].flatMap((table) => [...columnsOf(table), ...foreignKeysOf(table, tables)]);
  return [...facts, ...indexes.map((index) => keyOf(index, get(tables, index.model)))].sort();
}

type Table = { name: string; fields: readonly ModelField[]; column: (field: string) => string };

function tableOf(model: DataModel["models"][number]): Table {
  const columns = new Map(model.fields.map((field) => [field.name, field.dbName ?? field.name]));
  return { name: model.dbName ?? model.name, fields: model.fields, column: (field) => get(columns, field) };
}

function columnsOf(table: Table): string[] {
  return table.fields
    .filter((field) => field.kind !== "object")
    .map((field) => {
      const parts = [typeOf(field), field.isRequired ? "not null" : "null", ...defaultOf(field)];
      return `${table.name}.${table.column(field.name)}: ${parts.join(" ")}`;
    });
}

const TYPES: Readonly<Record<string, string>> = {
  BigInt: "bigint",
  Boolean: "boolean",
  Bytes: "bytea",
  "DateTime@Date": "date",
  "DateTime@Timestamptz(6)": "timestamp with time zone",
  "Decimal@Decimal(30,0)": "numeric(30,0)",
  Int: "integer",
  Json: "jsonb",
  String: "text",
  "String@Uuid": "uuid",
};

function typeOf({ type, nativeType, isList }: ModelField): string {
  const [name, args = []] = nativeType ?? [];
  const native = name === undefined ? "" : `@${name}${args.length > 0 ? `(${args.join(",")})` : ""}`;
  return `${TYPES[`${type}${native}`] ?? `${type}${native}, a type this check does not know`}${isList ? "[]" : ""}`;
}

function defaultOf({ default: value }: ModelField): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return [`default {${value.join(",")}}`];
  if (typeof value !== "object" || value === null) return [`default ${String(value)}`];
  const { name, args } = value as { name: string; args: readonly unknown[] };
  if (name === "autoincrement") return ["identity"];
  return [`default ${name === "dbgenerated" ? String(args[0]) : `${name}()`}`];
}

function foreignKeysOf(table: Table, tables: ReadonlyMap<string, Table>): string[] {
  return table.fields.flatMap((field) => {
    const { relationFromFields: from = [], relationToFields: to = [] } = field;
    if (from.length === 0) return [];
    const target = get(tables, field.type);
    const key = `FOREIGN KEY (${from.map(table.column).join(", ")})`;
    const reference = `REFERENCES ${target.name}(${to.map(target.column).join(", ")})`;
    const actions = `${action("UPDATE", field.relationOnUpdate)}${action("DELETE", field.relationOnDelete)}`;
    return [`${table.name}: ${key} ${reference}${actions}`];
  });
}

/** PostgreSQL omits NO ACTION. Prisma's default is another, so a missing action is named. */
function action(event: "UPDATE" | "DELETE", chosen = "Prisma's default"): string {
  return chosen === "NoAction" ? "" : ` ON ${event} ${chosen}`;
}

function keyOf({ type, dbName, fields }: ModelIndex, table: Table): string {
  const columns = fields.map((field) => table.column(field.name));
  if (type === "id") return `${table.name}: PRIMARY KEY (${columns.join(", ")})`;
  const name = dbName ?? [table.name, ...columns, type === "unique" ? "key" : "idx"].join("_");
  const parts = fields.map((field) => `${table.column(field.name)}${field.sortOrder === "desc" ? " DESC" : ""}`);
  return `${table.name}: CREATE ${type === "unique" ? "UNIQUE " : ""}INDEX ${name} (${parts.join(", ")})`;
}

function get<T>(map: ReadonlyMap<string, T>, key: string): T {
  const existing = map.get(key);
  if (existing === undefined) throw new Error(`The Prisma schema names ${key}, which it does not define.`);
  return existing;
}
