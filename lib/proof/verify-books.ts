import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { inSnapshot } from "@/lib/platform/sql/in-snapshot";
import { brokenChain } from "./broken-chain";
import { changeSentence } from "./change-sentence";
import { entrySentence } from "./entry-sentence";
import { exportedDifference, linksNotExported, readExported } from "./exported-difference";
import { factSentence } from "./fact-sentence";
import { type Check, runChecks } from "./run-checks";
import type { EntryDifference } from "./sql/entry-difference";
import { findWrongAllocation } from "./sql/find-wrong-allocation";
import { findWrongAuthors } from "./sql/find-wrong-authors";
import { findWrongBalance } from "./sql/find-wrong-balance";
import { findWrongChange } from "./sql/find-wrong-change";
import { findWrongDocument } from "./sql/find-wrong-document";
import { findWrongEntry } from "./sql/find-wrong-entry";
import { findWrongFact, findWrongMeaning, type WrongFact } from "./sql/find-wrong-fact";
import { findWrongOffset } from "./sql/find-wrong-offset";
import { nameAccount, type ProvenLink, readHead, readLinks } from "./sql/read-links";
import { wrongStatement } from "./wrong-statement";

export type Proven = {
  /** The first difference as a sentence; null for none. */
  readonly difference: string | null;
  readonly entries: number;
  readonly links: number;
  /** Links at the end of the chain that are not exported yet. */
  readonly linksNotExported: number;
};

/** The share of the work done, from 0 to 1. */
export type Progress = (done: number) => void;

/**
 * Derives every entry again from changes and documents, adds up balances, compares records with their seals, and
 * recomputes the chain and its export. Reads one snapshot, without locks.
 */
export async function proveBooks(ctx: Context, report: Progress = () => {}): Promise<Proven> {
  permit(ctx.actor, "read", "billing");
  // Links exported after the snapshot are not in it.
  const exported = await readExported(ctx.company.id);
  return inSnapshot(ctx.company.id, async (tx) => {
    let links: readonly ProvenLink[] = [];
    const readChain = async (side: SqlTx) => {
      links = await readLinks(side);
      return brokenChain(links, await readHead(side)) ?? (await wrongStatement(side, links));
    };
    const fault = await runChecks(tx, checksOf(ctx, readChain), report);
    return {
      difference: fault ?? exportedDifference(ctx.company.id, exported, links),
      entries: links.reduce((sum, link) => sum + link.entries.count, 0),
      links: links.length,
      linksNotExported: linksNotExported(exported, links),
    };
  });
}

/** The first difference, or null. */
export async function verifyBooks(ctx: Context): Promise<string | null> {
  return (await proveBooks(ctx)).difference;
}

/** In order of reporting: the meaning of accounts comes before everything that follows from it. */
function checksOf({ company }: Context, readChain: Check["run"]): Check[] {
  const entry = (find: (tx: SqlTx) => Promise<EntryDifference | null>) => async (tx: SqlTx) => {
    const difference = await find(tx);
    return difference && entrySentence(tx, company, difference);
  };
  const fact = (find: (tx: SqlTx) => Promise<WrongFact | null>) => async (tx: SqlTx) => {
    const wrong = await find(tx);
    return wrong && factSentence(tx, wrong);
  };
  return [
    { weight: 1, run: fact(findWrongMeaning) },
    { weight: 20, run: entry(findWrongEntry) },
    { weight: 7, run: entry(findWrongOffset) },
    { weight: 2, run: entry(findWrongDocument) },
    { weight: 11, run: balanceFault },
    { weight: 1, run: allocationFault },
    { weight: 17, run: changeFault },
    { weight: 20, run: authorFault },
    { weight: 20.5, run: readChain },
    { weight: 0.5, run: fact(findWrongFact) },
  ];
}

async function changeFault(tx: SqlTx): Promise<string | null> {
  const wrong = await findWrongChange(tx);
  return wrong && changeSentence(wrong);
}

async function authorFault(tx: SqlTx): Promise<string | null> {
  const number = await findWrongAuthors(tx);
  return number === null
    ? null
    : `a change billed by link ${number} has another author, time, mechanism, caller or call than when it was billed`;
}

async function balanceFault(tx: SqlTx): Promise<string | null> {
  const wrong = await findWrongBalance(tx);
  if (!wrong) return null;
  const account = await nameAccount(tx, wrong.accountId);
  return `the balance of ${account} on ${wrong.bookedOn}, ${wrong.kind.replaceAll("_", " ")}, is not what its entries add up to`;
}

async function allocationFault(tx: SqlTx): Promise<string | null> {
  const number = await findWrongAllocation(tx);
  return number === null ? null : `document ${number} is allocated beyond its amount or to another party’s statement`;
}
