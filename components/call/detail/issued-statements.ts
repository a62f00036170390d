import type { PreviewEntry } from "@/lib/conversion/contract/preview";
import { statementName } from "@/lib/document/domain/statement-number";
import type { Billing } from "@/lib/ledger/contract/billing";

/** Issued statements with the entries that these offset; empty when there are none or the role can't read them. */
export function issuedStatements(offsets: readonly PreviewEntry[], { entries }: Billing): string[] {
  const names = offsets.flatMap(({ offsets_entry_id: id }) => {
    const entry = entries.find((candidate) => candidate.id === id);
    const number = entry?.statement_number;
    return entry && typeof number === "number" ? [statementName(entry.party.type, number)] : [];
  });
  return [...new Set(names)];
}
