import { expect } from "vitest";
import type { Company } from "@/lib/company/domain/company";
import { balanceFaults } from "./books/balance-faults";
import { capFaults } from "./books/cap-faults";
import { dayFaults } from "./books/day-faults";
import { documentFaults } from "./books/document-faults";
import { entryFaults } from "./books/entry-faults";
import { logFaults } from "./books/log-faults";
import { type Books, readBooks } from "./books/read-books";
import { sealFaults } from "./books/seal-faults";
import { standingFaults } from "./books/standing-faults";

/**
 * What must hold after whatever a test did, rolled up or not: the log leads to the calls, the entries are exactly what
 * the log means and of the days that they have to be of, standing entries are the state of the calls, balances are what
 * entries add up to, seals hold, caps count what stands.
 */
export async function expectBooksBalance({ company }: { readonly company: Company }): Promise<void> {
  expect(faultsOf(await readBooks(company))).toEqual([]);
}

export function faultsOf(books: Books): string[] {
  const all = [logFaults, entryFaults, dayFaults, standingFaults, documentFaults, balanceFaults, sealFaults, capFaults];
  return all.flatMap((faults) => faults(books));
}
