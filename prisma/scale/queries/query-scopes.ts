import { type Comparison, comparisonsAt, isAssigned, joinsOnCompany } from "./comparisons";
import { groupOf, literalOf, signOf, type Token, wordOf } from "./sql-tokens";
import { readTableUse, type TableUse } from "./table-use";

/** One SELECT, INSERT, UPDATE, DELETE or MERGE with its comparisons; a subquery is an inner scope. */
export type Scope = {
  readonly outer: Scope | null;
  readonly uses: TableUse[];
  readonly comparisons: Comparison[];
  readonly inner: Scope[];
  readonly faults: string[];
  readonly writes: boolean;
  readonly commonTables: ReadonlySet<string>;
};

const READS = ["select", "with", "values"];
const WRITES = ["insert", "update", "delete", "merge", "truncate", "lock"];
const BEGINS_QUERY = new Set([...READS, ...WRITES]);
const COMBINES = new Set(["union", "intersect", "except"]);
const ENDS_FROM = new Set(
  "from where group order having limit offset for returning window set union intersect except".split(" "),
);

/** Every query of the statement, including subqueries. */
export function scopesOf(tokens: readonly Token[]): Scope[] {
  return readQueries(tokens, null).flatMap((scope) => [scope, ...insideOf(scope)]);
}

function insideOf(scope: Scope): Scope[] {
  return scope.inner.flatMap((inner) => [inner, ...insideOf(inner)]);
}

/** Queries separated by UNION and the like, or by a semicolon. */
function readQueries(tokens: readonly Token[], outer: Scope | null): Scope[] {
  const commonTables = new Set([...(outer?.commonTables ?? []), ...commonTablesOf(tokens)]);
  const queries: Token[][] = [[]];
  for (const token of tokens) {
    if (COMBINES.has(wordOf(token) ?? "") || signOf(token) === ";") queries.push([]);
    else if (queries.at(-1)?.length || wordOf(token) !== "all") queries.at(-1)?.push(token);
  }
  return queries.map((query) => readScope(query, outer, commonTables));
}

function commonTablesOf(tokens: readonly Token[]): string[] {
  if (wordOf(tokens[0]) !== "with") return [];
  return tokens.flatMap((token, index) => (wordOf(token) === "as" ? (wordOf(tokens[index - 1]) ?? []) : []));
}

function readScope(tokens: readonly Token[], outer: Scope | null, commonTables: ReadonlySet<string>): Scope {
  const verb = tokens.map(wordOf).find((word) => word !== "with" && BEGINS_QUERY.has(word ?? ""));
  const writes = WRITES.includes(verb ?? "") || outer?.writes === true;
  const scope: Scope = { outer, uses: [], comparisons: [], inner: [], faults: [], writes, commonTables };
  readLevel(tokens, scope, true);
  return scope;
}

/** `hasClauses` is false inside parentheses that only group an expression or a join. */
function readLevel(tokens: readonly Token[], scope: Scope, hasClauses: boolean): void {
  let inFrom = false;
  let inSet = false;
  for (const [index, token] of tokens.entries()) {
    const word = wordOf(token) ?? "";
    if (hasClauses && ENDS_FROM.has(word)) [inFrom, inSet] = [false, word === "set"];
    const verb = verbAt(tokens, index, hasClauses) ?? (inFrom && signOf(token) === "," ? "read" : undefined);
    if (verb) addUse(tokens, index + 1, verb, scope);
    if (verb === "read" && word !== "join") inFrom = true;
    if (word === "using" && joinsOnCompany(tokens[index + 1])) equateJoined(scope);
    if (word === "company_id" && inSet && isAssigned(tokens, index))
      scope.faults.push("moves a row to another company");
    else if (word === "company_id") scope.comparisons.push(...comparisonsAt(tokens, index));
    scope.faults.push(...faultsAt(tokens, index, scope));
    const group = groupOf(token);
    if (group) readGroup(group, scope);
  }
}

/** How the next table is used, if the keyword at `index` introduces one. */
function verbAt(tokens: readonly Token[], index: number, hasClauses: boolean): TableUse["verb"] | undefined {
  const before = wordOf(tokens[index - 1]) ?? "";
  switch (wordOf(tokens[index])) {
    case "from":
      return hasClauses && before !== "distinct" ? "read" : undefined;
    case "join":
      return "read";
    case "using":
      return groupOf(tokens[index + 1]) ? undefined : "read";
    case "into":
      return before === "merge" ? "write" : "insert";
    case "update":
      return ["for", "key", "do", "then"].includes(before) ? undefined : "write";
    case "truncate":
    case "lock":
      return index === 0 ? "write" : undefined;
    default:
      return undefined;
  }
}

function addUse(tokens: readonly Token[], start: number, verb: TableUse["verb"], scope: Scope): void {
  const use = readTableUse(tokens, start, verb, scope.commonTables);
  if (use) scope.uses.push(use);
  else scope.faults.push("names its table by a value; write the name out");
}

function equateJoined(scope: Scope): void {
  const joined = scope.uses.at(-1);
  for (const use of scope.uses.slice(0, -1)) if (joined) scope.comparisons.push([use.alias, joined.alias]);
}

function faultsAt(tokens: readonly Token[], index: number, scope: Scope): string[] {
  const word = wordOf(tokens[index]);
  const group = groupOf(tokens[index]) ?? [];
  const has = (wanted: string) => group.some((token) => wordOf(token) === wanted);
  if (word === "set_config" && !isOfCoordinator(groupOf(tokens[index + 1]))) {
    return ["sets the company with set_config, which does not reach the workers"];
  }
  if (word === "case" && wordOf(tokens[index + 1]) !== "when" && scope.writes) {
    return ["writes with CASE x WHEN; say CASE WHEN x ="];
  }
  if (wordOf(group[0]) === "insert") return ["inserts inside a CTE; make it a statement of its own"];
  if (wordOf(tokens[index - 1]) === "in" && has("select") && has("limit")) {
    return ["claims with IN (SELECT … LIMIT); join a materialized CTE"];
  }
  return [];
}

/** The coordinator, not a worker, reads settings such as read-only. */
function isOfCoordinator(settings: readonly Token[] | undefined): boolean {
  return literalOf(settings?.[0]) === "'transaction_read_only'";
}

function readGroup(group: readonly Token[], scope: Scope): void {
  const first = wordOf(group[0]) ?? "";
  if (first !== "values" && BEGINS_QUERY.has(first)) scope.inner.push(...readQueries(group, scope));
  else readLevel(group, scope, false);
}
