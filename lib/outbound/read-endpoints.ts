import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { WebhookEndpoint } from "./contract/endpoint";
import { presentEndpoint } from "./present-endpoint";
import { type EndpointView, listOutboundEndpoints } from "./sql/endpoints";

/** All endpoints by name. Throws `Forbidden`. */
export async function listWebhookEndpoints(ctx: Context): Promise<WebhookEndpoint[]> {
  permit(ctx.actor, "read", "settings");
  return (await readInCompanySql(ctx.company.id, (tx) => listOutboundEndpoints(tx))).map(presentEndpoint);
}

/** Throws `Forbidden` or `NotFound`. */
export async function getWebhookEndpoint(ctx: Context, id: number): Promise<WebhookEndpoint> {
  permit(ctx.actor, "read", "settings");
  return presentEndpoint(await readInCompanySql(ctx.company.id, (tx) => readEndpoint(tx, id)));
}

/** Throws `NotFound`. */
export async function readEndpoint(tx: SqlTx, id: number): Promise<EndpointView> {
  const [view] = await listOutboundEndpoints(tx, id);
  if (!view) throw new NotFound();
  return view;
}
