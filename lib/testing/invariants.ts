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
 * What must hold after every test: the changes lead to the calls, entries equal the changes and have the right days,
 * valid entries equal the calls, balances equal the sum of entries, seals hold, and caps count converted calls.
 */
export async function expectBooksBalance({ company }: { readonly company: Company }): Promise<void> {
  expect(faultsOf(await readBooks(company))).toEqual([]);
}

export function faultsOf(books: Books): string[] {
  const all = [logFaults, entryFaults, dayFaults, standingFaults, documentFaults, balanceFaults, sealFaults, capFaults];
  return all.flatMap((faults) => faults(books));
}
