import { readFileSync } from "node:fs";
import { parseAst } from "vitest/node";
import { BOUND } from "./sql-tokens";

/** A piece of SQL, or a call of a Prisma model, in a code file. */
export type Statement =
  | { readonly at: string; readonly sql: string }
  | { readonly at: string; readonly model: string; readonly action: string; readonly argumentText: string };

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

const BEGINS_LIKE_SQL =
  /^\s*(--[^\n]*\s+)*(with|select|insert\s+into|update|delete\s+from|merge\s+into|truncate|lock)\s/i;

/** Every tagged template, every other text that starts like SQL, and every call of the form `tx.model.action(…)`. */
export function statementsOf(file: string, source = readFileSync(file, "utf8")): Statement[] {
  const statements: Statement[] = [];
  const visit = (value: unknown, tagged: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, false);
    if (!isNode(value)) return;
    const at = `${file}:${source.slice(0, value.start).split("\n").length}`;
    const sql = textOf(value);
    if (sql !== null && (tagged || BEGINS_LIKE_SQL.test(sql))) statements.push({ at, sql });
    const call = modelCallOf(value, source);
    if (call) statements.push({ at, ...call });
    for (const [key, child] of Object.entries(value)) {
      visit(child, value.type === "TaggedTemplateExpression" && key === "quasi");
    }
  };
  visit(parseAst(source, { lang: "ts" }), false);
  return statements;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function textOf(node: Node): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type !== "TemplateLiteral") return null;
  const quasis = node.quasis as { value: { raw: string } }[];
  return quasis.map((quasi) => quasi.value.raw).join(` ${BOUND} `);
}

function modelCallOf(node: Node, source: string) {
  if (node.type !== "CallExpression") return null;
  const action = memberOf(node.callee);
  const model = memberOf(action?.object);
  if (!action || !model) return null;
  const argumentText = (node.arguments as Node[]).map(({ start, end }) => source.slice(start, end)).join(", ");
  return { model: model.name, action: action.name, argumentText };
}

function memberOf(value: unknown): { object: unknown; name: string } | null {
  if (!isNode(value) || value.type !== "MemberExpression" || value.computed === true) return null;
  const property = value.property as { name?: string };
  return property.name === undefined ? null : { object: value.object, name: property.name };
}
