import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { DeliveryQuery, FullDelivery, WebhookDelivery } from "./contract/delivery";
import { deliveryCursor, parseDeliveryCursor } from "./delivery-cursor";
import { permitContent } from "./permit-endpoint";
import { readEndpoint } from "./read-endpoints";
import { type DeliveryRow, listAttempts, listDeliveryRows } from "./sql/list-deliveries";

const DELIVERIES_A_PAGE = 50;

export type DeliveryPage = { readonly deliveries: WebhookDelivery[]; readonly next_cursor: string | null };

/** Deliveries of an endpoint, newest first. Throws `Forbidden`, `NotFound` or `Invalid`. */
export async function listDeliveries(ctx: Context, endpointId: number, query: DeliveryQuery): Promise<DeliveryPage> {
  permit(ctx.actor, "read", "settings");
  const perPage = query.per_page ?? DELIVERIES_A_PAGE;
  const after = query.cursor === undefined ? null : parseDeliveryCursor(query.cursor);
  const rows = await readInCompanySql(ctx.company.id, async (tx) => {
    await readEndpoint(tx, endpointId);
    return listDeliveryRows(tx, { endpointId, state: query.state ?? null, id: null, after, limit: perPage + 1 });
  });
  const page = rows.slice(0, perPage);
  const last = page.at(-1);
  return { deliveries: page.map(present), next_cursor: rows.length > perPage && last ? deliveryCursor(last) : null };
}

/** One delivery with its payload and attempts, for whoever may read the amounts. Throws `Forbidden` or `NotFound`. */
export async function getDelivery(ctx: Context, endpointId: number, id: string): Promise<FullDelivery> {
  permit(ctx.actor, "read", "settings");
  return readInCompanySql(ctx.company.id, async (tx) => {
    permitContent(ctx.actor, await readEndpoint(tx, endpointId));
    return readDelivery(tx, endpointId, id);
  });
}

/** Throws `NotFound`. */
export async function readDelivery(tx: SqlTx, endpointId: number, id: string): Promise<FullDelivery> {
  const [row] = await listDeliveryRows(tx, { endpointId, state: null, id, after: null, limit: 1 });
  if (!row) throw new NotFound();
  const attempts = await listAttempts(tx, endpointId, id);
  const tries = attempts.map(({ attemptedAt, ...attempt }) => ({
    ...attempt,
    attempted_at: attemptedAt.toISOString(),
    headers: { ...attempt.headers },
  }));
  return { ...present(row), payload: JSON.parse(row.body), tries };
}

function present(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    event: row.event,
    occurred_at: row.occurredAt.toISOString(),
    state: row.state,
    attempts: row.attempts,
    next_attempt_at: row.state === "waiting" ? row.nextAttemptAt.toISOString() : null,
    delivered_at: row.deliveredAt?.toISOString() ?? null,
    last_status: row.status,
    last_problem: row.problem,
  };
}
