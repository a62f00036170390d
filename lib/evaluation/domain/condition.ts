import type { Clause } from "./clause";

export const OPERATORS = [
  "equals",
  "not_equals",
  "greater",
  "at_least",
  "less",
  "at_most",
  "in",
  "not_in",
  "contains",
  "matches",
  "exists",
  "missing",
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A condition on one token. `values` has one text, several for in and not_in, none for exists and missing. */
type TokenCondition = {
  readonly token: string;
  readonly operator: Operator;
  readonly values: readonly string[];
};

export type Condition =
  | TokenCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** Matches in linear time for every pattern; an invalid pattern matches nothing. */
export type MatchPattern = (pattern: string, text: string) => boolean;

const SIGNS: Record<Operator, string> = {
  equals: "=",
  not_equals: "≠",
  greater: ">",
  at_least: "≥",
  less: "<",
  at_most: "≤",
  in: "in",
  not_in: "not in",
  contains: "contains",
  matches: "matches",
  exists: "exists",
  missing: "is missing",
};

export type ConditionVerdict = { readonly holds: boolean; readonly clauses: readonly Clause[] };

/** Evaluates every token condition, even if the result is already clear, so that all can be shown. */
export function evaluateCondition(
  condition: Condition,
  tokens: Readonly<Record<string, string>>,
  matches: MatchPattern,
): ConditionVerdict {
  const clauses: Clause[] = [];
  return { holds: evaluateInto(clauses, condition, tokens, matches), clauses };
}

/** The result without the clauses; stops as soon as it is clear. */
export function conditionHolds(
  condition: Condition,
  tokens: Readonly<Record<string, string>>,
  matches: MatchPattern,
): boolean {
  if ("all" in condition) return condition.all.every((inner) => conditionHolds(inner, tokens, matches));
  if ("any" in condition) return condition.any.some((inner) => conditionHolds(inner, tokens, matches));
  return evaluateToken(condition, tokenIn(tokens, condition.token), matches);
}

function evaluateInto(
  clauses: Clause[],
  condition: Condition,
  tokens: Readonly<Record<string, string>>,
  matches: MatchPattern,
): boolean {
  if ("all" in condition) {
    let all = true;
    for (const inner of condition.all) if (!evaluateInto(clauses, inner, tokens, matches)) all = false;
    return all;
  }
  if ("any" in condition) {
    let any = false;
    for (const inner of condition.any) if (evaluateInto(clauses, inner, tokens, matches)) any = true;
    return any;
  }
  const { token } = condition;
  const seen = tokenIn(tokens, token);
  const holds = evaluateToken(condition, seen, matches);
  clauses.push({
    subject: token,
    wanted: wantedBy(condition),
    seen: clipped(seen ?? "missing"),
    holds,
    personal: true,
  });
  return holds;
}

function tokenIn(tokens: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(tokens, name) ? tokens[name] : undefined;
}

const wantedTexts = new WeakMap<TokenCondition, string>();

/** Cached: it is the same for every call. */
function wantedBy(condition: TokenCondition): string {
  const cached = wantedTexts.get(condition);
  if (cached !== undefined) return cached;
  const { operator, values } = condition;
  const wanted = clipped(values.length === 0 ? SIGNS[operator] : `${SIGNS[operator]} ${values.join(", ")}`);
  wantedTexts.set(condition, wanted);
  return wanted;
}

const SHOWN_CHARACTERS = 300;

/** Shortens long texts, because every clause is stored with the call. */
function clipped(text: string): string {
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function evaluateToken({ operator, values }: TokenCondition, seen: string | undefined, matches: MatchPattern): boolean {
  if (seen === undefined) return operator === "missing" || operator === "not_equals" || operator === "not_in";
  const [wanted = ""] = values;
  switch (operator) {
    case "exists":
      return true;
    case "missing":
      return false;
    case "equals":
      return same(seen, wanted);
    case "not_equals":
      return !same(seen, wanted);
    case "in":
      return values.some((value) => same(seen, value));
    case "not_in":
      return !values.some((value) => same(seen, value));
    case "contains":
      return seen.toLowerCase().includes(wanted.toLowerCase());
    case "matches":
      return matches(wanted, seen);
    default:
      return compare(operator, seen, wanted);
  }
}

/** Compares texts ignoring case, and by value if both are numbers. */
function same(one: string, other: string): boolean {
  const [a, b] = [number(one), number(other)];
  return a !== null && b !== null ? a === b : one.toLowerCase() === other.toLowerCase();
}

function compare(operator: "greater" | "at_least" | "less" | "at_most", seen: string, wanted: string): boolean {
  const [a, b] = [number(seen), number(wanted)];
  if (a === null || b === null) return false;
  if (operator === "greater") return a > b;
  if (operator === "at_least") return a >= b;
  return operator === "less" ? a < b : a <= b;
}

function number(text: string): number | null {
  return /^-?[0-9]+(\.[0-9]+)?$/.test(text.trim()) ? Number(text) : null;
}
