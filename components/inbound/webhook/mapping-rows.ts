import type { BuyerWebhook } from "@/lib/inbound/contract/webhook";
import { WEBHOOK_FIELDS, type WebhookField } from "@/lib/inbound/domain/webhook-settings";

/** `values` as typed: “SOLD = true, RETURNED = false”. */
export type MappingRow = { readonly field: WebhookField; readonly path: string; readonly values: string };

export const FIELD_LABELS: Record<WebhookField, string> = {
  call_uuid: "Call UUID",
  caller: "Caller",
  call_started_at: "Call start",
  converted: "Converted",
  revenue: "Revenue",
  reference: "Reference",
  event_id: "Event ID",
  occurred_at: "Occurred at",
  reason: "Reason",
  tokens: "Tokens",
};

export function rowsOf(fields: BuyerWebhook["fields"]): MappingRow[] {
  return WEBHOOK_FIELDS.flatMap((field) => {
    const source = fields[field];
    if (!source) return [];
    const values = Object.entries(source.values).map(([theirs, ours]) => `${theirs} = ${ours}`);
    return [{ field, path: source.path, values: values.join(", ") }];
  });
}

/** Rows without a path are left out; of two rows for one field the last wins. */
export function fieldsOf(rows: readonly MappingRow[]): BuyerWebhook["fields"] {
  const named = rows.filter(({ path }) => path.trim() !== "");
  return Object.fromEntries(
    named.map(({ field, path, values }) => [field, { path: path.trim(), values: valuesOf(values) }]),
  );
}

/** The field of a row for a parameter's path, such as `fields.converted.path`; null when no row is about it. */
export function mappingFieldOf(parameter: string, { rows }: { readonly rows: readonly MappingRow[] }): string | null {
  const [, name, part] = parameter.split(".");
  const place = rows.findLastIndex(({ field, path }) => field === name && path.trim() !== "");
  return place === -1 ? null : `rows.${place}.${part === "values" ? "values" : "path"}`;
}

function valuesOf(text: string): Record<string, string> {
  const pairs = text.split(/[,\n]/).flatMap((pair): [string, string][] => {
    const at = pair.lastIndexOf("=");
    const theirs = pair.slice(0, at).trim();
    return at === -1 || theirs === "" ? [] : [[theirs, pair.slice(at + 1).trim()]];
  });
  return Object.fromEntries(pairs);
}
