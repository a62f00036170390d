import { WEBHOOK_FIELDS, type WebhookField, type WebhookSettings } from "./webhook-settings";

export type MappedFields = {
  readonly fields: Readonly<Partial<Record<WebhookField, unknown>>>;
  /** Names on the outermost level that nothing was read from. */
  readonly ignored: readonly string[];
};

/** Our fields by other names that senders use for them. */
const ALSO: Readonly<Record<string, WebhookField>> = { buyer_converted: "converted", uuid: "call_uuid" };

/** What a body tells in our words: by the mapping where a field has one, else by its own name. */
export function mapFields(body: Readonly<Record<string, unknown>>, { fields }: WebhookSettings): MappedFields {
  const read = new Set<string>();
  const found: Partial<Record<WebhookField, unknown>> = {};
  for (const [name, field] of [...Object.entries(ALSO), ...WEBHOOK_FIELDS.map((each) => [each, each] as const)]) {
    if (fields[field] || !Object.hasOwn(body, name)) continue;
    read.add(name);
    if (!isEmpty(body[name])) found[field] = body[name];
  }
  for (const field of WEBHOOK_FIELDS) {
    const source = fields[field];
    if (!source) continue;
    const value = meaning(valueAt(body, source.path), source.values);
    read.add(Object.hasOwn(body, source.path) ? source.path : (source.path.split(".")[0] ?? ""));
    if (!isEmpty(value)) found[field] = value;
  }
  return { fields: found, ignored: Object.keys(body).filter((name) => !read.has(name)) };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** Own names only, so that no path leads out of the body. A name that holds dots itself wins over a path of that kind. */
function valueAt(body: unknown, path: string): unknown {
  if (typeof body !== "object" || body === null) return undefined;
  if (Object.hasOwn(body, path)) return (body as Record<string, unknown>)[path];
  const dot = path.indexOf(".");
  if (dot === -1 || !Object.hasOwn(body, path.slice(0, dot))) return undefined;
  return valueAt((body as Record<string, unknown>)[path.slice(0, dot)], path.slice(dot + 1));
}

function meaning(value: unknown, values: Readonly<Record<string, string>>): unknown {
  const words = Object.entries(values);
  if (words.length === 0 || isEmpty(value)) return value;
  if (typeof value === "object") return undefined;
  const said = String(value).trim().toLowerCase();
  return words.find(([theirs]) => theirs.trim().toLowerCase() === said)?.[1];
}
