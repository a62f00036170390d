import type { Statement } from "./source-statements";
import { type Scope, scopesOf, type TableUse } from "./query-scopes";
import { BOUND, tokensOf } from "./sql-tokens";

/** Says that a statement reads global tables on purpose; only the lookup door may. */
export const GLOBAL_MARKER = /--\s*global\b/;

/** What is wrong with a statement, in words for the one who wrote it; empty where it is ready for a cluster. */
export function judgeStatement(statement: Statement, isTenant: (table: string) => boolean): string[] {
  const faults = "sql" in statement ? judgeSql(statement.sql, isTenant) : judgeModelCall(statement, isTenant);
  return faults.map((fault) => `${statement.at} ${fault}`);
}

function judgeSql(sql: string, isTenant: (table: string) => boolean): string[] {
  return scopesOf(tokensOf(sql)).flatMap((scope) => {
    const unbound = scope.uses.filter((use) => isTenant(use.table) && !isBound(use, scope));
    return [...scope.faults, ...unbound.map(describe)];
  });
}

function describe({ table, alias, verb }: TableUse): string {
  if (verb === "insert") return `inserts into ${table} without naming company_id among the columns`;
  return `names ${table} without binding the company: add ${alias}.company_id = the company`;
}

function isBound(use: TableUse, scope: Scope): boolean {
  if (use.verb === "insert") return use.columns.includes("company_id");
  const seen = new Set<string>();
  const reach = (alias: string): boolean => {
    if (alias === BOUND) return true;
    if (seen.has(alias)) return false;
    seen.add(alias);
    return neighboursOf(alias, scope).some(reach);
  };
  return reach(use.alias);
}

/** What an alias is set equal to, here and, for a correlated subquery, in the queries around it. */
function neighboursOf(alias: string, scope: Scope | null): string[] {
  if (scope === null) return [];
  const sides = scope.comparisons.flatMap(([left, right]) => [
    ...(meets(left, alias, scope) ? named(right, scope) : []),
    ...(meets(right, alias, scope) ? named(left, scope) : []),
  ]);
  return [...sides, ...neighboursOf(alias, scope.outer)];
}

/** An unqualified company_id is the one column of that name, which USING makes of several. */
const meets = (side: string, alias: string, scope: Scope) =>
  side === alias || (side === "" && scope.uses.some((use) => use.alias === alias));

const named = (side: string, scope: Scope) => (side === "" ? scope.uses.map((use) => use.alias) : [side]);

/** What is created cannot lack its companyId: the compiler asks for it. */
const MODEL_ACTIONS = /^(find|update|upsert|delete|count|aggregate|groupBy)/;

function judgeModelCall(
  { model, action, argumentText }: Extract<Statement, { model: string }>,
  isTenant: (table: string) => boolean,
): string[] {
  const table = model.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (!MODEL_ACTIONS.test(action) || !isTenant(table) || /\bcompanyId\b/.test(argumentText)) return [];
  return [`calls ${model}.${action} without companyId`];
}
