import { partyAddress } from "@/components/party/party-address";
import { shortDayText } from "@/components/ui/day-text";
import { OlderPages } from "@/components/ui/older-pages";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Statement, StatementLine } from "@/lib/statement/contract/statement";
import { LinesTable } from "./lines-table";
import { StatementFiles } from "./statement-files";
import { StatementParty } from "./statement-party";
import { StatementStanding } from "./statement-standing";
import { StatementWanted } from "./statement-wanted";
import { SumsTable } from "./sums-table";

type StatementSheetProps = {
  statement: Statement;
  apart: readonly StatementLine[];
  moreApart: boolean;
  usual: readonly StatementLine[];
  cursor: string | undefined;
  nextCursor: string | null;
};

export function StatementSheet({ statement, apart, moreApart, usual, cursor, nextCursor }: StatementSheetProps) {
  const { number, party, currency, previous } = statement;
  const address = `/billing/statements/${number}`;
  return (
    <article className="space-y-8">
      <div>
        <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="font-semibold text-20">
            {party.type === "buyer" ? "Invoice" : "Payout statement"} {number}
          </h1>
          <StatementFiles number={number} />
        </div>
        <p className="text-13 text-ink-muted">
          {shortDayText(statement.cycle_start)} to {shortDayText(statement.cycle_end)}, issued for{" "}
          <TextLink href={`${partyAddress(party)}/statements`}>{party.name}</TextLink>, due{" "}
          {shortDayText(statement.due_on)}.
          {previous && (
            <>
              {" Follows "}
              <TextLink href={`/billing/statements/${previous}`}>{previous}</TextLink>.
            </>
          )}
        </p>
      </div>
      <StatementStanding statement={statement} />
      <div className="grid gap-6 sm:grid-cols-2">
        <StatementParty title="From" details={statement.issuer} logo={statement.logo_url} />
        <StatementParty title="For" details={statement.recipient} />
      </div>
      <div>
        <SumsTable {...statement} />
        <StatementWanted {...statement} />
      </div>
      {apart.length > 0 && (
        <Section title="Corrections and late lines">
          <LinesTable caption="Corrections and late lines" lines={apart} party={party} currency={currency} />
          {moreApart && <p className="mt-2 text-13 text-ink-muted">Download the CSV for all lines.</p>}
        </Section>
      )}
      <Section title="Lines">
        {usual.length > 0 ? (
          <LinesTable caption="Lines" lines={usual} party={party} currency={currency} />
        ) : (
          <p className="text-13 text-ink-muted">No lines within the cycle.</p>
        )}
        <OlderPages
          first={cursor === undefined ? null : { href: address, label: "First page" }}
          next={nextCursor === null ? null : { href: `${address}?cursor=${nextCursor}`, label: "Next page" }}
        />
      </Section>
    </article>
  );
}
