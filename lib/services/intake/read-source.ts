import type { Source, SourceMaker } from "@/lib/contracts/sources";
import { readInCompanySql, type SqlTx } from "@/lib/db/in-company";
import { listSourceEndpoints } from "@/lib/db/webhooks/list-endpoints";
import { NotFound } from "@/lib/domain/errors";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { makerOf, presentSource, SOURCE_MAKERS } from "./present-source";

/** All sources by name, and all makers there could be sources of. Throws `Forbidden`. */
export async function listSources(ctx: Context): Promise<{ sources: Source[]; makers: SourceMaker[] }> {
  permit(ctx.actor, "read", "settings");
  const views = await readInCompanySql(ctx.company.id, (tx) => listSourceEndpoints(tx, ctx.now()));
  return { sources: views.map(presentSource), makers: [...SOURCE_MAKERS] };
}

/** Throws `Forbidden` or `NotFound`. */
export async function getSource(ctx: Context, id: number): Promise<{ source: Source; maker: SourceMaker }> {
  permit(ctx.actor, "read", "settings");
  const source = await readInCompanySql(ctx.company.id, (tx) => readSource(tx, id, ctx.now()));
  return { source, maker: makerOf(source.provider) };
}

/** Throws `NotFound`. */
export async function readSource(tx: SqlTx, id: number, at: Date): Promise<Source> {
  const [view] = await listSourceEndpoints(tx, at, id);
  if (!view) throw new NotFound();
  return presentSource(view);
}
