import { BOUND, groupOf, signOf, type Token, wordOf } from "./sql-tokens";

/** The two sides of an `=` on company_id: an alias, "" for none, or a bound value. */
export type Comparison = readonly [left: string, right: string];

/** What the company_id at `index` is compared with. */
export function comparisonsAt(tokens: readonly Token[], index: number): Comparison[] {
  const here = aliasAt(tokens, index);
  const right = signOf(tokens[index + 1]) === "=" ? operandAt(tokens, index + 2) : null;
  const before = startAt(tokens, index) - 1;
  const isRightOfValue = signOf(tokens[before]) === "=" && isValueBefore(tokens, before);
  return [...(right === null ? [] : [[here, right] as const]), ...(isRightOfValue ? [[here, BOUND] as const] : [])];
}

/** Whether the company_id at `index`, after SET, is assigned rather than compared in a CASE. */
export function isAssigned(tokens: readonly Token[], index: number): boolean {
  const before = tokens[startAt(tokens, index) - 1];
  return signOf(tokens[index + 1]) === "=" && (wordOf(before) === "set" || signOf(before) === ",");
}

/** `join … using (company_id, …)`, where `columns` is the group after USING. */
export function joinsOnCompany(columns: Token | undefined): boolean {
  return groupOf(columns)?.some((column) => wordOf(column) === "company_id") ?? false;
}

const startAt = (tokens: readonly Token[], index: number) => (signOf(tokens[index - 1]) === "." ? index - 2 : index);

const aliasAt = (tokens: readonly Token[], index: number) =>
  signOf(tokens[index - 1]) === "." ? (wordOf(tokens[index - 2]) ?? "") : "";

function operandAt(tokens: readonly Token[], index: number): string | null {
  if (signOf(tokens[index]) === BOUND) return BOUND;
  if (wordOf(tokens[index]) === "company_id") return "";
  const qualified = signOf(tokens[index + 1]) === "." && wordOf(tokens[index + 2]) === "company_id";
  return qualified ? (wordOf(tokens[index]) ?? null) : null;
}

/** A bound value left of the `=`, possibly with a cast. */
function isValueBefore(tokens: readonly Token[], equals: number): boolean {
  const isCast = signOf(tokens[equals - 2]) === "::";
  return signOf(tokens[isCast ? equals - 3 : equals - 1]) === BOUND;
}
