import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid, NotFound } from "@/lib/base/errors";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { FullDelivery, ResendRange } from "./contract/delivery";
import { giveUpAt } from "./domain/retry";
import { readDelivery } from "./list-deliveries";
import { permitEndpoint } from "./permit-endpoint";
import { readEndpoint } from "./read-endpoints";
import { resendDeliveries } from "./sql/resend-deliveries";

/** Sends one delivery again, with the same id and body. Throws `Forbidden` or `NotFound`. */
export async function resendDelivery(ctx: Context, endpointId: number, id: string): Promise<FullDelivery> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => {
    permitEndpoint(ctx.actor, await readEndpoint(tx, endpointId));
    const now = ctx.now();
    const range = { endpointId, id, from: null, until: null, missing: false, now, giveUpAt: giveUpAt(now) };
    if ((await resendDeliveries(tx, range)) === 0) throw new NotFound();
    await recordAudit(tx, ctx, { action: "outgoing_webhook.resent", id: endpointId, after: { delivery_id: id } });
    return readDelivery(tx, endpointId, id);
  });
}

/**
 * Sends what happened in a range of time again, or what is missing of it. Returns how many deliveries that are. Throws
 * `Forbidden`, `NotFound` or `Invalid`.
 */
export async function resendRange(ctx: Context, endpointId: number, range: ResendRange): Promise<number> {
  permit(ctx.actor, "update", "settings");
  const { from = null, until = null, missing = false } = range;
  if (!missing && from === null) throw new Invalid({ from: "Enter the time from which events are sent again." });
  if (from && until && until <= from) throw new Invalid({ until: "Enter a time after `from`." });
  return inCompany(ctx.company.id, async (tx) => {
    await readEndpoint(tx, endpointId);
    const now = ctx.now();
    const resent = await resendDeliveries(tx, {
      endpointId,
      id: null,
      from,
      until,
      missing,
      now,
      giveUpAt: giveUpAt(now),
    });
    await recordAudit(tx, ctx, {
      action: "outgoing_webhook.resent",
      id: endpointId,
      after: { from, until, missing, resent },
    });
    return resent;
  });
}
