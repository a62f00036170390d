import path from "node:path";
import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { env } from "@/lib/platform/config/env";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { Proof, ProofState } from "./contract";
import { headFile, lastHead, lastSent } from "./head-files";
import { type ProofRow, readChainHead, readLastProof } from "./sql/proofs";
import { SILENT_MS } from "./start-proof";

/** The difference may contain an amount. */
const UNTOLD = "A difference was found. Members who can read all amounts see the details.";

/** The last proof of the books, the head of the chain, and how far it is exported. */
export async function getProof(ctx: Context): Promise<ProofState> {
  permit(ctx.actor, "read", "billing");
  const { id } = ctx.company;
  const { proof, head } = await readInCompanySql(id, async (tx) => ({
    proof: await readLastProof(tx),
    head: await readChainHead(tx),
  }));
  const url = env().LEDGER_HEAD_URL;
  const exported = (await lastHead(id))?.number ?? 0;
  return {
    status: 200,
    proof: proof && presentProof(ctx, proof),
    head: { number: head.number, digest: head.digest, posted_at: head.postedAt?.toISOString() ?? null },
    exported: {
      file: path.relative(env().DATA_DIR, headFile(id)),
      number: exported,
      missing: Math.max(0, head.number - exported),
      address: url === undefined ? null : new URL(url).host,
      sent: url === undefined ? null : await lastSent(id),
    },
  };
}

function presentProof({ actor, now }: Context, row: ProofRow): Proof {
  const died = row.outcome === null && now().getTime() - row.progressAt.getTime() > SILENT_MS;
  const readsAllMoney = may(actor.access, "read", "call.revenue") && may(actor.access, "read", "call.payout");
  return {
    id: row.id,
    state: died ? "failed" : (row.outcome ?? "running"),
    started_at: row.startedAt.toISOString(),
    finished_at: row.finishedAt?.toISOString() ?? null,
    by: row.actorName ?? "Callmark",
    percent_done: row.percentDone,
    entries: row.entryCount,
    links: row.linkCount,
    difference: row.difference && (readsAllMoney ? row.difference : UNTOLD),
  };
}
