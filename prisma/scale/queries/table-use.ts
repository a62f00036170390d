import { BOUND, groupOf, signOf, type Token, wordOf } from "./sql-tokens";

/** A table that a query reads or writes, with its alias. */
export type TableUse = {
  /** Empty for anything but a table of the schema: a subquery, a function, a common table expression. */
  readonly table: string;
  readonly alias: string;
  readonly verb: "read" | "write" | "insert";
  readonly insert?: InsertTarget;
};

type InsertTarget = {
  readonly columns: readonly string[];
  /** Whose company_id an INSERT … SELECT writes: an alias, "" for none, null for any other value. */
  readonly companyOf?: string | null;
};

const NO_ALIAS = new Set(
  `where group order having limit offset for returning window set on using join inner left right full cross natural
   union intersect except select values default overriding when tablesample fetch and or`.split(/\s+/),
);

/** The table whose name starts at `start`; null if there is a value instead of a name. */
export function readTableUse(
  tokens: readonly Token[],
  start: number,
  verb: TableUse["verb"],
  commonTables: ReadonlySet<string>,
): TableUse | null {
  let at = start;
  while (["only", "lateral", "table"].includes(wordOf(tokens[at]) ?? "")) at++;
  while (signOf(tokens[at + 1]) === ".") at += 2;
  const name = wordOf(tokens[at]) ?? "";
  const isCalled = name !== "" && verb === "read" && groupOf(tokens[at + 1]) !== undefined;
  const alias = aliasAt(tokens, isCalled ? at + 2 : at + 1) ?? name;
  if (signOf(tokens[at]) === BOUND) return null;
  if (isCalled || commonTables.has(name)) return { table: "", alias, verb: "read" };
  return { table: name, alias, verb, ...(verb === "insert" && { insert: insertTarget(tokens, at + 1) }) };
}

function aliasAt(tokens: readonly Token[], index: number): string | undefined {
  const word = wordOf(tokens[index]);
  if (word === "as") return wordOf(tokens[index + 1]);
  return word === undefined || NO_ALIAS.has(word) ? undefined : word;
}

function insertTarget(tokens: readonly Token[], after: number): InsertTarget {
  const columns = namesIn(groupOf(tokens[wordOf(tokens[after]) === "as" ? after + 2 : after]));
  const select = tokens.findIndex((token, index) => index >= after && wordOf(token) === "select");
  if (select < 0) return { columns };
  const item = itemAt(tokens.slice(select + 1), columns.indexOf("company_id"));
  const isCompany = wordOf(item.at(-1)) === "company_id" && (item.length === 1 || item.length === 3);
  return { columns, companyOf: isCompany ? (item.length === 3 ? (wordOf(item[0]) ?? null) : "") : null };
}

const namesIn = (group: readonly Token[] = []) => group.flatMap((token) => wordOf(token) ?? []);

/** The item of a SELECT list at this position. */
function itemAt(tokens: readonly Token[], position: number): Token[] {
  const items: Token[][] = [[]];
  for (const token of tokens) {
    if (wordOf(token) === "from") break;
    if (signOf(token) === ",") items.push([]);
    else items.at(-1)?.push(token);
  }
  return items[position] ?? [];
}
