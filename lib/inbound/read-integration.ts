import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { Integration, ProviderForm } from "./contract/integration";
import { describeProvider, PROVIDER_FORMS, presentIntegration } from "./present-integration";
import { listIntegrationEndpoints } from "./sql/list-endpoints";

/** All integrations by name, and all providers. Throws `Forbidden`. */
export async function listIntegrations(
  ctx: Context,
): Promise<{ integrations: Integration[]; providers: ProviderForm[] }> {
  permit(ctx.actor, "read", "settings");
  const views = await readInCompanySql(ctx.company.id, (tx) => listIntegrationEndpoints(tx, ctx.now()));
  return { integrations: views.map(presentIntegration), providers: [...PROVIDER_FORMS] };
}

/** Throws `Forbidden` or `NotFound`. */
export async function getIntegration(
  ctx: Context,
  id: number,
): Promise<{ integration: Integration; provider: ProviderForm }> {
  permit(ctx.actor, "read", "settings");
  const integration = await readInCompanySql(ctx.company.id, (tx) => readIntegration(tx, id, ctx.now()));
  return { integration, provider: describeProvider(integration.provider) };
}

/** Throws `NotFound`. */
export async function readIntegration(tx: SqlTx, id: number, at: Date): Promise<Integration> {
  const [view] = await listIntegrationEndpoints(tx, at, id);
  if (!view) throw new NotFound();
  return presentIntegration(view);
}
