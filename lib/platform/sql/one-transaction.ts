import { AsyncLocalStorage } from "node:async_hooks";
import type { CompanyId } from "@/lib/base/ids";
import type { Tx } from "./tx";

type Joined = { readonly tx: Tx; isOver: boolean };

const shared = globalThis as { callmarkOneTransaction?: AsyncLocalStorage<Joined | undefined> };
shared.callmarkOneTransaction ??= new AsyncLocalStorage();
const storage = shared.callmarkOneTransaction;

/** While `work` runs, the transactions of its company join `tx`, each as a savepoint. */
export async function asOneTransaction<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const joined: Joined = { tx, isOver: false };
  try {
    return await storage.run(joined, work);
  } finally {
    // Work that goes on in the background opens its own transactions.
    joined.isOver = true;
  }
}

/** The transaction to join, or null. */
export function transactionToJoin(company: CompanyId): Tx | null {
  const joined = storage.getStore();
  return joined && !joined.isOver && joined.tx.company === company ? joined.tx : null;
}

/** Runs work for several requests, which joins no transaction of one of them. */
export function joiningNone<T>(work: () => T): T {
  return storage.exit(work);
}

/** A part of a larger transaction. If it fails, its own writes and locks are undone. */
export async function atSavepoint<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.$executeRaw`savepoint part`;
  try {
    const result = await work(tx);
    await tx.$executeRaw`release savepoint part`;
    return result;
  } catch (reason) {
    await tx.$executeRaw`rollback to savepoint part`;
    throw reason;
  }
}
