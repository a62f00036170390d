import { WEBHOOK_FIELDS, type WebhookField, type WebhookSettings } from "./webhook-settings";

export type MappedFields = {
  readonly fields: Readonly<Partial<Record<WebhookField, unknown>>>;
  /** Top-level names that no field was read from. */
  readonly ignored: readonly string[];
};

/** Other names that senders use for our fields. */
const ALSO: Readonly<Record<string, WebhookField>> = { buyer_converted: "converted", uuid: "call_uuid" };

/** Reads our fields from a body: by the mapping of a field, else by its own name. */
export function mapFields(body: Readonly<Record<string, unknown>>, { fields }: WebhookSettings): MappedFields {
  const read = new Set<string>();
  const mapped: Partial<Record<WebhookField, unknown>> = {};
  for (const [name, field] of [...Object.entries(ALSO), ...WEBHOOK_FIELDS.map((name) => [name, name] as const)]) {
    if (fields[field] || !Object.hasOwn(body, name)) continue;
    read.add(name);
    if (!isEmpty(body[name])) mapped[field] = body[name];
  }
  for (const field of WEBHOOK_FIELDS) {
    const integration = fields[field];
    if (!integration) continue;
    const value = meaning(valueAt(body, integration.path), integration.values);
    read.add(Object.hasOwn(body, integration.path) ? integration.path : (integration.path.split(".")[0] ?? ""));
    if (!isEmpty(value)) mapped[field] = value;
  }
  return { fields: mapped, ignored: Object.keys(body).filter((name) => !read.has(name)) };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/**
 * Reads own properties only, so that no path leaves the body. A name that contains dots takes precedence over a path.
 */
function valueAt(body: unknown, path: string): unknown {
  if (typeof body !== "object" || body === null) return undefined;
  if (Object.hasOwn(body, path)) return (body as Record<string, unknown>)[path];
  const dot = path.indexOf(".");
  if (dot === -1 || !Object.hasOwn(body, path.slice(0, dot))) return undefined;
  return valueAt((body as Record<string, unknown>)[path.slice(0, dot)], path.slice(dot + 1));
}

function meaning(value: unknown, values: Readonly<Record<string, string>>): unknown {
  const translations = Object.entries(values);
  if (translations.length === 0 || isEmpty(value)) return value;
  if (typeof value === "object") return undefined;
  const normalized = String(value).trim().toLowerCase();
  return translations.find(([theirs]) => theirs.trim().toLowerCase() === normalized)?.[1];
}
