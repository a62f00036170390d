import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { BuyerWebhook } from "./contract/webhook";
import { webhookSettings } from "./domain/webhook-settings";
import type { Endpoint } from "./sql/endpoint";
import { listSecrets } from "./sql/secrets";
import { HIDDEN_KEY, webhookUrl } from "./webhook-url";

type Fresh = { readonly key?: string | undefined; readonly secret?: string | undefined };

/** A buyer's webhook and its settings, with a new key or secret if one was created. */
export async function presentWebhook(
  tx: SqlTx,
  endpoint: Endpoint,
  buyer: BuyerWebhook["buyer"],
  at: Date,
  { key = HIDDEN_KEY, secret }: Fresh = {},
): Promise<BuyerWebhook> {
  const [newest, before] = await listSecrets(tx, endpoint.id, at);
  const { signatureRequired, getAllowed, windowMinutes, fields } = webhookSettings(endpoint.mapping);
  return {
    buyer,
    url: webhookUrl(key),
    ...(secret !== undefined && { secret }),
    has_secret: newest !== undefined,
    secret_made_at: newest?.createdAt.toISOString() ?? null,
    old_secret_until: before?.validUntil?.toISOString() ?? null,
    created_at: endpoint.createdAt.toISOString(),
    paused: endpoint.pausedAt !== null,
    signature_required: signatureRequired,
    get_allowed: getAllowed,
    window_minutes: windowMinutes,
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, { path, values }]) => [field, { path, values: { ...values } }]),
    ),
  };
}
