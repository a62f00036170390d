import { BOUND, groupOf, signOf, type Token, wordOf } from "./sql-tokens";

/** A table that a statement reads or writes, under the name the rest of the statement knows it by. */
export type TableUse = {
  readonly table: string;
  readonly alias: string;
  readonly verb: "read" | "write" | "insert";
  /** The columns an insert names. */
  readonly columns: readonly string[];
};

/** One SELECT, INSERT, UPDATE, DELETE or MERGE with what it compares; a subquery is a scope inside another. */
export type Scope = {
  readonly outer: Scope | null;
  readonly uses: TableUse[];
  /** Two sides of an `=` about company_id: an alias, "" where none is written, or a bound value. */
  readonly comparisons: (readonly [left: string, right: string])[];
  readonly inner: Scope[];
  readonly faults: string[];
  readonly writes: boolean;
};

const BEGINS_QUERY = new Set(["select", "with", "insert", "update", "delete", "merge", "values", "truncate", "lock"]);
const WRITES = new Set(["insert", "update", "delete", "merge", "truncate", "lock"]);
const COMBINES = new Set(["union", "intersect", "except"]);
const ENDS_FROM = new Set([
  "where",
  "group",
  "order",
  "having",
  "limit",
  "offset",
  "for",
  "returning",
  "window",
  "set",
]);
const NO_ALIAS = new Set(
  "where group order having limit offset for returning window set on using join inner left right full cross natural union intersect except select values default overriding when tablesample fetch and or".split(
    " ",
  ),
);

/** Every query of the statement, the ones inside others included. */
export function scopesOf(tokens: readonly Token[]): Scope[] {
  return readQueries(tokens, null, new Set()).flatMap((scope) => [scope, ...insideOf(scope)]);
}

function readQueries(tokens: readonly Token[], outer: Scope | null, shadowed: ReadonlySet<string>): Scope[] {
  const ctes = new Set([...shadowed, ...commonTablesOf(tokens)]);
  return splitQueries(tokens).map((query) => readScope(query, outer, ctes));
}

function insideOf(scope: Scope): Scope[] {
  return scope.inner.flatMap((inner) => [inner, ...insideOf(inner)]);
}

/** The queries that UNION and its kin, or a semicolon, put side by side. */
function splitQueries(tokens: readonly Token[]): Token[][] {
  const queries: Token[][] = [[]];
  for (const token of tokens) {
    if (COMBINES.has(wordOf(token) ?? "") || signOf(token) === ";") queries.push([]);
    else if (queries.at(-1)?.length || wordOf(token) !== "all") queries.at(-1)?.push(token);
  }
  return queries;
}

function readScope(tokens: readonly Token[], outer: Scope | null, ctes: ReadonlySet<string>): Scope {
  const verb = tokens.map(wordOf).find((word) => word !== "with" && BEGINS_QUERY.has(word ?? "")) ?? "";
  const scope: Scope = {
    outer,
    uses: [],
    comparisons: [],
    inner: [],
    faults: [],
    writes: WRITES.has(verb) || (outer?.writes ?? false),
  };
  readClauses(tokens, scope, ctes, true);
  return scope;
}

function commonTablesOf(tokens: readonly Token[]): string[] {
  if (wordOf(tokens[0]) !== "with") return [];
  return tokens.flatMap((token, index) => {
    const name = wordOf(tokens[index - 1]);
    return wordOf(token) === "as" && name !== undefined ? [name] : [];
  });
}

/** Reads one level of a query; `clauses` is false inside parentheses that only group an expression or a join. */
function readClauses(tokens: readonly Token[], scope: Scope, ctes: ReadonlySet<string>, clauses: boolean): void {
  let inFrom = false;
  let inSet = false;
  for (const [index, token] of tokens.entries()) {
    const word = wordOf(token);
    const before = wordOf(tokens[index - 1]);
    if (ENDS_FROM.has(word ?? "") || (word === "from" && clauses)) inFrom = inSet = false;

    if (word === "from" && clauses && before !== "distinct") inFrom = addUse(tokens, index + 1, scope, ctes, "read");
    else if (word === "join") addUse(tokens, index + 1, scope, ctes, "read");
    else if (word === "using" && groupOf(tokens[index + 1])) compareJoined(tokens, index, scope);
    else if (word === "using") inFrom = addUse(tokens, index + 1, scope, ctes, "read");
    else if (word === "into")
      addUse(tokens, index + 1, scope, ctes, tokens.some((other) => wordOf(other) === "merge") ? "write" : "insert");
    else if (word === "update" && !["for", "key", "do", "then"].includes(before ?? ""))
      addUse(tokens, index + 1, scope, ctes, "write");
    else if (index === 0 && (word === "truncate" || word === "lock"))
      addUse(tokens, index + (wordOf(tokens[index + 1]) === "table" ? 2 : 1), scope, ctes, "write");
    else if (signOf(token) === "," && inFrom) addUse(tokens, index + 1, scope, ctes, "read");
    else if (word === "set" && clauses) inSet = true;
    else if (word === "company_id") compare(tokens, index, scope, inSet);
    else if (word === "set_config")
      scope.faults.push("sets the company with set_config, which does not reach the workers");
    else if (word === "case" && wordOf(tokens[index + 1]) !== "when" && scope.writes)
      scope.faults.push("writes with CASE x WHEN; say CASE WHEN x =");

    const group = groupOf(token);
    if (group) readGroup(group, before, scope, ctes);
  }
}

function readGroup(group: readonly Token[], before: string | undefined, scope: Scope, ctes: ReadonlySet<string>): void {
  const first = wordOf(group[0]) ?? "";
  if (!BEGINS_QUERY.has(first) || first === "values") {
    readClauses(group, scope, ctes, false);
    return;
  }
  if (first === "insert") scope.faults.push("inserts inside a CTE; make it a statement of its own");
  if (before === "in" && group.some((token) => wordOf(token) === "limit")) {
    scope.faults.push("claims with IN (SELECT … LIMIT); join a materialized CTE");
  }
  scope.inner.push(...readQueries(group, scope, ctes));
}

function addUse(
  tokens: readonly Token[],
  start: number,
  scope: Scope,
  ctes: ReadonlySet<string>,
  verb: TableUse["verb"],
): true {
  let index = start;
  while (["only", "lateral"].includes(wordOf(tokens[index]) ?? "")) index++;
  if (signOf(tokens[index]) === BOUND) scope.faults.push("names its table by a value; write the name out");
  if (groupOf(tokens[index])) {
    scope.uses.push({ table: "", alias: aliasAfter(tokens, index + 1) ?? "", verb: "read", columns: [] });
    return true;
  }
  while (signOf(tokens[index + 1]) === ".") index += 2;
  const name = wordOf(tokens[index]);
  const called = groupOf(tokens[index + 1]);
  if (name === undefined) return true;
  if (called && verb !== "insert") {
    scope.uses.push({ table: "", alias: aliasAfter(tokens, index + 2) ?? name, verb: "read", columns: [] });
    return true;
  }
  const alias = aliasAfter(tokens, index + 1) ?? name;
  const columns =
    (verb === "insert" &&
      tokens
        .slice(index + 1, index + 4)
        .map(groupOf)
        .find(Boolean)) ||
    [];
  scope.uses.push({
    table: ctes.has(name) ? "" : name,
    alias,
    verb,
    columns: columns.flatMap((column) => wordOf(column) ?? []),
  });
  return true;
}

function aliasAfter(tokens: readonly Token[], index: number): string | undefined {
  const word = wordOf(tokens[index]);
  if (word === "as") return wordOf(tokens[index + 1]);
  return word === undefined || NO_ALIAS.has(word) ? undefined : word;
}

function compare(tokens: readonly Token[], index: number, scope: Scope, inSet: boolean): void {
  const here = qualifierAt(tokens, index);
  const start = here === "" ? index : index - 2;
  if (inSet && signOf(tokens[index + 1]) === "=" && !isWithinCondition(tokens, index)) {
    scope.faults.push("moves a row to another company");
    return;
  }
  if (signOf(tokens[index + 1]) === "=") {
    const next = operandAt(tokens, index + 2);
    if (next !== null) scope.comparisons.push([here, next]);
  }
  if (signOf(tokens[start - 1]) === "=" && operandEndsIn(tokens, start - 2)) scope.comparisons.push([here, BOUND]);
}

const isWithinCondition = (tokens: readonly Token[], index: number) =>
  ["when", "and", "or"].includes(wordOf(tokens[index - (signOf(tokens[index - 1]) === "." ? 3 : 1)]) ?? "");

function qualifierAt(tokens: readonly Token[], index: number): string {
  return signOf(tokens[index - 1]) === "." ? (wordOf(tokens[index - 2]) ?? "") : "";
}

/** What stands right of the `=`: a bound value or another company_id; null for anything else. */
function operandAt(tokens: readonly Token[], index: number): string | null {
  if (signOf(tokens[index]) === BOUND) return BOUND;
  if (wordOf(tokens[index]) === "company_id") return "";
  const qualified = signOf(tokens[index + 1]) === "." && wordOf(tokens[index + 2]) === "company_id";
  return qualified ? (wordOf(tokens[index]) ?? null) : null;
}

/** Left of the `=`, a bound value may carry a cast. */
function operandEndsIn(tokens: readonly Token[], index: number): boolean {
  return signOf(tokens[index]) === BOUND || (signOf(tokens[index - 1]) === "::" && signOf(tokens[index - 2]) === BOUND);
}

function compareJoined(tokens: readonly Token[], index: number, scope: Scope): void {
  const columns = groupOf(tokens[index + 1]) ?? [];
  if (!columns.some((column) => wordOf(column) === "company_id")) return;
  const joined = scope.uses.at(-1);
  for (const use of scope.uses.slice(0, -1)) if (joined) scope.comparisons.push([use.alias, joined.alias]);
}
