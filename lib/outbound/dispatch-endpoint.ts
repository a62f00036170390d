import { AUTOMATIC } from "@/lib/access/domain/system-actor";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import type { CompanyId } from "@/lib/base/ids";
import type { Clock } from "@/lib/platform/config/clock";
import { inCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import { deliver, type OpenTarget } from "./deliver";
import type { Settled } from "./domain/delivery";
import { settle } from "./domain/settle";
import { openEndpointSecret } from "./endpoint-secret";
import { inParallel } from "./in-parallel";
import { claimDeliveries, findTarget, type Target } from "./sql/claim-deliveries";
import { settleDeliveries } from "./sql/settle-deliveries";

const DELIVERIES_A_CLAIM = 100;
/** No endpoint is posted to more often at once, so that we overload no receiver. */
const POSTS_AT_ONCE = 20;
/** Longer than a claim takes if every post waits in vain. */
export const LEASE_MS = 2 * 60_000;

/**
 * Sends what is due to one endpoint, batch by batch, until nothing is or `isOver`. A batch that is cut off is sent again
 * when its lease ends. Returns how many deliveries were attempted.
 */
export async function dispatchEndpoint(
  company: CompanyId,
  endpointId: number,
  now: Clock,
  isOver: () => boolean = () => false,
): Promise<number> {
  let attempted = 0;
  while (!isOver()) {
    const batch = await claim(company, endpointId, now());
    if (batch === null) break;
    const { target } = batch;
    const results = await inParallel(batch.deliveries, POSTS_AT_ONCE, (delivery) => deliver(target, delivery, now));
    const settled = results.map((result) => settle(result, now(), Math.random()));
    await inCompanySql(company, (tx) => record(tx, endpointId, settled, now));
    attempted += settled.length;
  }
  return attempted;
}

async function record(tx: SqlTx, endpointId: number, settled: readonly Settled[], now: Clock): Promise<void> {
  const isDisabled = await settleDeliveries(tx, endpointId, settled);
  if (isDisabled)
    await recordAudit(tx, { actor: AUTOMATIC, now }, { action: "outgoing_webhook.disabled", id: endpointId });
}

function claim(company: CompanyId, endpointId: number, now: Date) {
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  return inCompanySql(company, async (tx) => {
    const [target, deliveries] = await Promise.all([
      findTarget(tx, endpointId, now),
      claimDeliveries(tx, { endpointId, now, leasedUntil, atMost: DELIVERIES_A_CLAIM }),
    ]);
    return target && deliveries.length > 0 ? { target: openTarget(company, target), deliveries } : null;
  });
}

/** Throws if the server's key does not open the secrets. */
export function openTarget(company: CompanyId, { url, sealed }: Target): OpenTarget {
  return { url, secrets: sealed.map((secret) => openEndpointSecret(company, secret)) };
}
