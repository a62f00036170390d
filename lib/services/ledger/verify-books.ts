import { createHash } from "node:crypto";
import { inCompany } from "@/lib/db/in-company";
import { type LedgerHead, lockLedgerHead } from "@/lib/db/ledger/ledger-head";
import { findUnprovenEntry, findWrongBalance, readSeals, type Seal } from "@/lib/db/ledger/proof";
import { permit } from "../access/permit";
import type { Context } from "../context";

const BEFORE_THE_FIRST = "00".repeat(32);

/**
 * Derives the ledger again from the change log, adds up the balances again and computes the chain of seals again.
 * Answers the first thing that differs, or null. Rollups of the company wait meanwhile, conversions do not.
 */
export function verifyBooks(ctx: Context): Promise<string | null> {
  permit(ctx.actor, "read", "billing");
  return inCompany(ctx.company.id, async (tx) => {
    const head = await lockLedgerHead(tx);
    return brokenSeal(await readSeals(tx), head) ?? (await findUnprovenEntry(tx)) ?? findWrongBalance(tx);
  });
}

function brokenSeal(seals: readonly Seal[], head: LedgerHead): string | null {
  let previous = BEFORE_THE_FIRST;
  for (const [position, seal] of seals.entries()) {
    if (seal.digest === null) return `entries name rollup ${seal.number}, which is not there`;
    if (seal.number !== BigInt(position + 1)) return `rollup ${position + 1} is missing`;
    if (seal.previousDigest !== previous) return `rollup ${seal.number} does not follow the seal before it`;
    if (seal.digest !== sealOf(previous, seal)) return `rollup ${seal.number} has another seal than its entries`;
    if (BigInt(seal.entryCount) !== seal.foundCount) return `rollup ${seal.number} has lost or gained entries`;
    previous = seal.digest;
  }
  const last = Buffer.from(head.digest).toString("hex");
  return head.rollupNumber === seals.length && last === previous ? null : "the head of the ledger is not the last seal";
}

function sealOf(previous: string, { number, digestOfEntries, closes, issues }: Seal): string {
  const facts = [closes && `closes ${closes}`, issues && `issues ${issues}`].filter(Boolean);
  return createHash("sha256")
    .update([previous, number, digestOfEntries, ...facts].join("|"))
    .digest("hex");
}
