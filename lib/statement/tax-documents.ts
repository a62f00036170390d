import type { NewDocument } from "@/lib/ledger/sql/post-documents";
import type { StatementDraft } from "./domain/draft-statements";
import type { IssuingAccount } from "./sql/issuing-accounts";

type Numbers = { readonly number: number; readonly document: number };

/** A buyer's tax is a debit of its account, a traffic source's tax a credit; reversed tax is the opposite. */
export function taxDocuments(
  draft: StatementDraft,
  { accountId, owner }: IssuingAccount,
  taxAccount: number,
  { number: statementNumber, document }: Numbers,
): { posted: NewDocument[]; numbers: (number | null)[] } {
  const posted: NewDocument[] = [];
  const numbers = draft.taxes.map(({ amountMinor }) => {
    if (amountMinor === 0n) return null;
    const debitsParty = (owner.type === "buyer") === amountMinor > 0n;
    const next = document + posted.length;
    posted.push({
      number: next,
      revision: 1,
      kind: "tax",
      dated: draft.end,
      debitAccountId: debitsParty ? accountId : taxAccount,
      creditAccountId: debitsParty ? taxAccount : accountId,
      partyAccountId: accountId,
      amountMinor: amountMinor > 0n ? amountMinor : -amountMinor,
      statementNumber,
      reference: null,
      reason: null,
    });
    return next;
  });
  return { posted, numbers };
}
