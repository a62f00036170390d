import type { Tx } from "@/lib/platform/sql/in-company";
import type { Terms } from "../domain/terms";

export async function insertTerms(tx: Tx, terms: readonly Omit<Terms, "id">[]): Promise<void> {
  await tx.terms.createMany({ data: terms.map((term) => ({ ...term, companyId: tx.company })) });
}
