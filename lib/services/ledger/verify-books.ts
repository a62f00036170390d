import type { SqlTx } from "@/lib/db/in-company";
import { inSnapshot } from "@/lib/db/in-snapshot";
import type { EntryDifference } from "@/lib/db/proof/entry-difference";
import { findWrongAllocation } from "@/lib/db/proof/find-wrong-allocation";
import { findWrongBalance } from "@/lib/db/proof/find-wrong-balance";
import { findWrongChange } from "@/lib/db/proof/find-wrong-change";
import { findWrongDocument } from "@/lib/db/proof/find-wrong-document";
import { findWrongEntry } from "@/lib/db/proof/find-wrong-entry";
import { findWrongOffset } from "@/lib/db/proof/find-wrong-offset";
import { nameAccount, readHead, readLinks } from "@/lib/db/proof/read-links";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { brokenChain } from "../proof/broken-chain";
import { changeSentence } from "../proof/change-sentence";
import { entrySentence } from "../proof/entry-sentence";
import { exportedDifference, readExported } from "../proof/exported-difference";
import { wrongStatement } from "../proof/wrong-statement";

export type Proven = {
  /** The first thing that differs, in words; null where nothing does. */
  readonly difference: string | null;
  readonly entries: number;
  readonly links: number;
};

/** How much of the work is done, from 0 to 1. */
export type Progress = (done: number) => void;

type Check = { readonly weight: number; readonly run: (tx: SqlTx) => Promise<string | null> };

/**
 * Derives every entry again from the change log and the documents, adds up the balances again and computes the chain of
 * seals again, also as it was exported outside the database. Reads one snapshot: nobody waits for it.
 */
export async function proveBooks(ctx: Context, tell: Progress = () => {}): Promise<Proven> {
  permit(ctx.actor, "read", "billing");
  // What is exported later than the snapshot is not in it.
  const exported = await readExported(ctx.company.id);
  return inSnapshot(ctx.company.id, async (tx) => {
    const done = progress(tell);
    // The second connection takes the snapshot before this one is busy.
    const [sealed, derived] = await Promise.all([
      tx.beside(async (side) => {
        const links = await readLinks(side);
        done(30);
        const fault =
          brokenChain(links, await readHead(side)) ??
          (await wrongStatement(side, links)) ??
          exportedDifference(ctx.company.id, exported, links);
        return { fault, links, log: await changeFault(side, done) };
      }),
      firstOf(derivations(ctx), tx, done),
    ]);
    const entries = sealed.links.reduce((sum, link) => sum + link.entries.count, 0);
    const difference = derived ?? sealed.log ?? sealed.fault;
    return { difference, entries, links: sealed.links.length };
  });
}

/** The first thing that differs, or null. */
export async function verifyBooks(ctx: Context): Promise<string | null> {
  return (await proveBooks(ctx)).difference;
}

async function changeFault(tx: SqlTx, done: (weight: number) => void): Promise<string | null> {
  const wrong = await findWrongChange(tx);
  done(15);
  return wrong && changeSentence(wrong);
}

function derivations({ company }: Context): Check[] {
  const entry = (find: (tx: SqlTx) => Promise<EntryDifference | null>) => async (tx: SqlTx) => {
    const difference = await find(tx);
    return difference && entrySentence(tx, company, difference);
  };
  return [
    { weight: 25, run: entry(findWrongEntry) },
    { weight: 10, run: entry(findWrongOffset) },
    { weight: 5, run: entry(findWrongDocument) },
    { weight: 10, run: balanceFault },
    { weight: 5, run: allocationFault },
  ];
}

async function balanceFault(tx: SqlTx): Promise<string | null> {
  const wrong = await findWrongBalance(tx);
  if (!wrong) return null;
  const account = await nameAccount(tx, wrong.accountId);
  return `the balance of ${account} on ${wrong.bookedOn}, ${wrong.kind.replaceAll("_", " ")}, is not what its entries add up to`;
}

async function allocationFault(tx: SqlTx): Promise<string | null> {
  const number = await findWrongAllocation(tx);
  return number === null
    ? null
    : `more of document ${number} is allocated than it is worth, or to somebody else's statement`;
}

async function firstOf(checks: readonly Check[], tx: SqlTx, done: (weight: number) => void): Promise<string | null> {
  for (const { weight, run } of checks) {
    const fault = await run(tx);
    if (fault !== null) return fault;
    done(weight);
  }
  return null;
}

function progress(tell: Progress): (weight: number) => void {
  let sum = 0;
  return (weight) => {
    sum += weight;
    tell(sum / 100);
  };
}
