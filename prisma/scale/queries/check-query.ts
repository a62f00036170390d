import type { Statement } from "./queries-in-code";
import { type Scope, scopesOf } from "./query-scopes";
import { BOUND, tokensOf } from "./sql-tokens";
import type { TableUse } from "./table-use";
import type { TenantTables } from "./tenant-tables";

/** Marks a query that reads global tables on purpose. Only lookups may use it. */
export const GLOBAL_MARKER = /--\s*global\b/;

/** What is wrong with a query; empty if it runs on a cluster. */
export function checkQuery(statement: Statement, tenants: TenantTables): string[] {
  const faults = "sql" in statement ? checkSql(statement.sql, tenants) : checkModelCall(statement, tenants);
  return faults.map((fault) => `${statement.at} ${fault}`);
}

function checkSql(sql: string, tenants: TenantTables): string[] {
  return scopesOf(tokensOf(sql)).flatMap((scope) => [
    ...scope.faults,
    ...scope.uses.filter((use) => tenants.has(use.table)).flatMap((use) => checkUse(use, scope, tenants)),
  ]);
}

function checkUse(use: TableUse, scope: Scope, tenants: TenantTables): string[] {
  if (use.insert) return checkInsert(use.table, use.insert, scope, tenants);
  if (isBound(use.alias, scope)) return [];
  return [`names ${use.table} without binding the company: add ${use.alias}.company_id = the company`];
}

/** An INSERT … SELECT runs on the company's worker only if the company comes from a row that it reads there. */
function checkInsert(
  table: string,
  { columns, companyOf }: NonNullable<TableUse["insert"]>,
  scope: Scope,
  tenants: TenantTables,
): string[] {
  if (!columns.includes("company_id")) return [`inserts into ${table} without naming company_id among the columns`];
  if (companyOf === undefined) return [];
  if (tenants.drawsIdentity(table)) return [`inserts into ${table} by SELECT, which must draw its ids: use VALUES`];
  const givers = scope.uses.filter((use) => !use.insert && tenants.has(use.table)).map((use) => use.alias);
  if (companyOf === "" ? givers.length > 0 : givers.includes(companyOf ?? BOUND)) return [];
  return [`inserts into ${table} a company that no row it reads gives: SELECT the company_id of a tenant table`];
}

function isBound(alias: string, scope: Scope): boolean {
  const seen = new Set<string>();
  const reaches = (name: string): boolean => {
    if (name === BOUND) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return equalsOf(name, scope).some(reaches);
  };
  return reaches(alias);
}

/** What an alias is compared with, here and, for a correlated subquery, in the outer queries. */
function equalsOf(alias: string, scope: Scope | null): string[] {
  if (scope === null) return [];
  // An unqualified company_id is the only column of that name; after USING it stands for several.
  const aliasesOf = (side: string) => (side === "" ? scope.uses.map((use) => use.alias) : [side]);
  const here = scope.comparisons.flatMap(([left, right]) => [
    ...(aliasesOf(left).includes(alias) ? aliasesOf(right) : []),
    ...(aliasesOf(right).includes(alias) ? aliasesOf(left) : []),
  ]);
  return [...here, ...equalsOf(alias, scope.outer)];
}

/** The compiler requires companyId on create, so creates are not checked. */
const MODEL_ACTIONS = /^(find|update|upsert|delete|count|aggregate|groupBy)/;

function checkModelCall(call: Extract<Statement, { model: string }>, tenants: TenantTables): string[] {
  const table = call.model.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (!MODEL_ACTIONS.test(call.action) || !tenants.has(table) || /\bcompanyId\b/.test(call.argumentText)) return [];
  return [`calls ${call.model}.${call.action} without companyId`];
}
