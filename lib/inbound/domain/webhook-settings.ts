/** Fields that a buyer may post to its webhook. */
export const WEBHOOK_FIELDS = [
  "call_uuid",
  "caller",
  "call_started_at",
  "converted",
  "revenue",
  "reference",
  "event_id",
  "occurred_at",
  "reason",
  "tokens",
] as const;
export type WebhookField = (typeof WEBHOOK_FIELDS)[number];

/** Where a field is in a body that cannot be changed, as names joined by dots, and what its values mean. */
type FieldSource = {
  readonly path: string;
  /** Sender's value → our value. With any entry, unlisted values are ignored. */
  readonly values: Readonly<Record<string, string>>;
};

export type WebhookSettings = {
  readonly signatureRequired: boolean;
  /** For systems that can only open an address: GET reports too. No signature covers one. */
  readonly getAllowed: boolean;
  /** How far the start of the call may be from the time that the buyer sends. */
  readonly windowMinutes: number;
  readonly fields: Readonly<Partial<Record<WebhookField, FieldSource>>>;
};

const USUAL_WINDOW_MINUTES = 120;

/** Endpoints store settings as names and texts, one per line. */
export function storedWebhookSettings(settings: WebhookSettings): Record<string, string> {
  const { signatureRequired, getAllowed, windowMinutes, fields } = settings;
  const lines = Object.entries(fields).flatMap(([field, { path, values }]): [string, string][] => [
    [`path.${field}`, path],
    ...Object.entries(values).map(([theirs, ours]): [string, string] => [`value.${field}.${theirs}`, ours]),
  ]);
  return {
    ...(signatureRequired && { signature: "required" }),
    ...(getAllowed && { get: "allowed" }),
    ...(windowMinutes !== USUAL_WINDOW_MINUTES && { window_minutes: String(windowMinutes) }),
    ...Object.fromEntries(lines),
  };
}

export function webhookSettings(stored: Readonly<Record<string, string>>): WebhookSettings {
  const fields = WEBHOOK_FIELDS.flatMap((field): [WebhookField, FieldSource][] => {
    const path = stored[`path.${field}`];
    return path === undefined ? [] : [[field, { path, values: valuesOf(stored, `value.${field}.`) }]];
  });
  return {
    signatureRequired: stored.signature === "required",
    getAllowed: stored.get === "allowed",
    windowMinutes: Number(stored.window_minutes ?? USUAL_WINDOW_MINUTES),
    fields: Object.fromEntries(fields),
  };
}

function valuesOf(stored: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  const lines = Object.entries(stored).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(lines.map(([name, ours]) => [name.slice(prefix.length), ours]));
}
