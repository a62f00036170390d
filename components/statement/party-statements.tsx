import { partyAddress } from "@/components/party/party-address";
import { EmptyState } from "@/components/ui/empty-state";
import { OlderPages } from "@/components/ui/older-pages";
import { Section } from "@/components/ui/section";
import { type Access, may } from "@/lib/access/domain/access";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import type { DueStatement, StatementSummary } from "@/lib/statement/contract/statement";
import { IssueDue } from "./issue-due";
import { NextStatements } from "./next-statements";
import { StatementsTable } from "./statements-table";

type PartyStatementsProps = {
  owner: AccountOwner;
  next: readonly DueStatement[];
  statements: readonly StatementSummary[];
  cursor: string | undefined;
  nextCursor: string | null;
  access: Access;
  currency: string;
};

export function PartyStatements({
  owner,
  next,
  statements,
  cursor,
  nextCursor,
  access,
  currency,
}: PartyStatementsProps) {
  const address = `${partyAddress(owner)}/statements`;
  const mayIssue = may(access, "update", "billing") && next.some(({ ended }) => ended);
  return (
    <>
      <NextStatements next={next} currency={currency} />
      <Section title="Statements" aside={mayIssue && <IssueDue owner={owner} currency={currency} />}>
        {statements.length > 0 ? (
          <StatementsTable statements={statements} ofOneParty />
        ) : (
          <EmptyState title="No statements yet">
            <p>You can issue the first statement when the first entry’s cycle ends.</p>
          </EmptyState>
        )}
        <OlderPages
          first={cursor === undefined ? null : { href: address, label: "Newest" }}
          next={nextCursor === null ? null : { href: `${address}?cursor=${nextCursor}`, label: "Older" }}
        />
      </Section>
    </>
  );
}
