import { randomBytes } from "node:crypto";
import type { Context } from "@/lib/access/context";
import { WEBHOOK_ACCESS } from "@/lib/access/domain/roles";
import { permit, permitAtMost } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid, NotFound } from "@/lib/base/errors";
import { lockOwner } from "@/lib/party/sql/lock-owner";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { BuyerWebhook, BuyerWebhookUpdate } from "./contract/webhook";
import { storedWebhookSettings, type WebhookSettings, webhookSettings } from "./domain/webhook-settings";
import { createEndpointKey, renewEndpointKey } from "./endpoint-key";
import { presentWebhook } from "./present-webhook";
import { saveSecret } from "./save-secret";
import type { Endpoint } from "./sql/endpoint";
import { findEndpointOfBuyer } from "./sql/find-endpoint";
import { insertEndpoint } from "./sql/insert-endpoint";
import { saveEndpoint } from "./sql/save-endpoint";
import { listSecrets } from "./sql/secrets";

/**
 * Creates the buyer's webhook, or changes what the update names. A new key or secret is only in this answer. Throws
 * `Forbidden`, also for a new key whose holder could do more than the actor, `NotFound` or `Invalid`.
 */
export async function saveBuyerWebhook(
  ctx: Context,
  buyerId: number,
  update: BuyerWebhookUpdate,
): Promise<BuyerWebhook> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => {
    const name = await lockOwner(tx, { buyerId });
    if (name === null) throw new NotFound();
    const now = ctx.now();
    const existing = await findEndpointOfBuyer(tx, buyerId);
    const before = existing ?? (await created(tx, { buyerId, name, now }));
    const endpoint = {
      ...before,
      name,
      mapping: storedWebhookSettings(merged(before, update)),
      ...pausing(before, update, now),
    };
    await saveEndpoint(tx, endpoint);
    const key = await keyFor(tx, ctx, endpoint, { isNew: existing === null, renews: update.renew_url === true });
    const secret = await secretFor(tx, endpoint, update, now);
    await recordAudit(tx, ctx, {
      action: "buyer_webhook.changed",
      id: buyerId,
      before: existing ? auditOf(existing) : {},
      after: { ...auditOf(endpoint), ...(key && { new_url: true }), ...(secret && { new_secret: true }) },
    });
    return presentWebhook(tx, endpoint, { id: buyerId, name }, now, { key, secret });
  });
}

function auditOf({ mapping, pausedAt }: Pick<Endpoint, "mapping" | "pausedAt">) {
  const { signatureRequired, getAllowed, windowMinutes, fields } = webhookSettings(mapping);
  return {
    signature_required: signatureRequired,
    get_allowed: getAllowed,
    window_minutes: windowMinutes,
    fields,
    paused: pausedAt !== null,
  };
}

async function created(
  tx: Tx,
  { buyerId, name, now }: { buyerId: number; name: string; now: Date },
): Promise<Endpoint> {
  const endpoint = {
    provider: "buyer",
    name,
    offerId: null,
    trafficSourceId: null,
    buyerId,
    timeZone: null,
    mapping: {},
    createdAt: now,
  };
  return { ...endpoint, id: await insertEndpoint(tx, endpoint), pausedAt: null };
}

const NO_BODY = "A GET has no body that could be signed. Choose one: signatures or GET.";

function merged({ mapping }: Endpoint, update: BuyerWebhookUpdate): WebhookSettings {
  const settings = webhookSettings(mapping);
  const signatureRequired = update.signature_required ?? settings.signatureRequired;
  const getAllowed = update.get_allowed ?? settings.getAllowed;
  if (signatureRequired && getAllowed)
    throw new Invalid({ [update.get_allowed ? "get_allowed" : "signature_required"]: NO_BODY });
  const windowMinutes = update.window_minutes ?? settings.windowMinutes;
  return { signatureRequired, getAllowed, windowMinutes, fields: update.fields ?? settings.fields };
}

function pausing({ pausedAt }: Endpoint, { paused }: BuyerWebhookUpdate, now: Date): { pausedAt: Date | null } {
  if (paused === undefined) return { pausedAt };
  return { pausedAt: paused ? (pausedAt ?? now) : null };
}

type Minting = { readonly isNew: boolean; readonly renews: boolean };

async function keyFor(tx: Tx, { actor, now }: Context, endpoint: Endpoint, { isNew, renews }: Minting) {
  if (!isNew && !renews) return undefined;
  permitAtMost(actor, WEBHOOK_ACCESS);
  return isNew ? createEndpointKey(tx, endpoint, now()) : renewEndpointKey(tx, endpoint, now());
}

/** A signature can only be required with a secret. */
async function secretFor(tx: Tx, { id, mapping }: Endpoint, update: BuyerWebhookUpdate, now: Date) {
  const lacks = webhookSettings(mapping).signatureRequired && (await listSecrets(tx, id, now)).length === 0;
  if (!update.new_secret && !lacks) return undefined;
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  await saveSecret(tx, { endpointId: id, secret, now });
  return secret;
}
