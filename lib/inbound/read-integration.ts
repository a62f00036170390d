import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { Source, SourceMaker } from "./contract/integration";
import { describeProvider, INTEGRATION_PROVIDERS, presentIntegration } from "./present-integration";
import { listIntegrationEndpoints } from "./sql/list-endpoints";

/** All integrations by name, and all providers there could be one of. Throws `Forbidden`. */
export async function listIntegrations(ctx: Context): Promise<{ sources: Source[]; makers: SourceMaker[] }> {
  permit(ctx.actor, "read", "settings");
  const views = await readInCompanySql(ctx.company.id, (tx) => listIntegrationEndpoints(tx, ctx.now()));
  return { sources: views.map(presentIntegration), makers: [...INTEGRATION_PROVIDERS] };
}

/** Throws `Forbidden` or `NotFound`. */
export async function getIntegration(ctx: Context, id: number): Promise<{ source: Source; maker: SourceMaker }> {
  permit(ctx.actor, "read", "settings");
  const source = await readInCompanySql(ctx.company.id, (tx) => readIntegration(tx, id, ctx.now()));
  return { source, maker: describeProvider(source.provider) };
}

/** Throws `NotFound`. */
export async function readIntegration(tx: SqlTx, id: number, at: Date): Promise<Source> {
  const [view] = await listIntegrationEndpoints(tx, at, id);
  if (!view) throw new NotFound();
  return presentIntegration(view);
}
