import { Badge } from "@/components/ui/badge";
import { shortDayText } from "@/components/ui/day-text";
import { HoverText } from "@/components/ui/hover-text";
import { Money } from "@/components/ui/money";
import { Cell, Row } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { exactTime } from "@/components/ui/time-text";
import type { AccountEntry, AccountParty } from "@/lib/ledger/contract/account";
import { DocumentLink } from "./document-link";
import { kindText } from "./kind-text";
import { StatementLink } from "./statement-link";

type EntryRowProps = { party: AccountParty; entry: AccountEntry; showsBalance: boolean; timeZone: string };

/** On a phone the details move under the kind, and the balance under the amount. */
export function EntryRow({ party, entry, showsBalance, timeZone }: EntryRowProps) {
  const { booked_on, service_date, correction, kind, amount, balance } = entry;
  const shownBalance = showsBalance && balance !== null && <Money amount={balance} className="text-ink-muted" />;
  return (
    <Row>
      <Cell className="whitespace-nowrap">
        {shortDayText(booked_on)}
        {correction && <span className="block text-12 text-ink-muted">for {shortDayText(service_date)}</span>}
      </Cell>
      <Cell className="max-sm:w-full sm:whitespace-nowrap">
        <span className="font-medium">{kindText(kind)}</span>
        {correction && (
          <Badge tone="caution" className="ml-2">
            correction
          </Badge>
        )}
        <span className="block text-12 sm:hidden">
          <Origin party={party} entry={entry} />
        </span>
        <span className="block text-12 text-ink-muted sm:hidden">
          statement <StatementLink type={party.type} number={entry.statement_number} />, rollup{" "}
          <RollupLink entry={entry} timeZone={timeZone} />
        </span>
      </Cell>
      <Cell className="w-full min-w-40 max-sm:hidden">
        <Origin party={party} entry={entry} />
      </Cell>
      <Cell align="end">
        <Money amount={amount} plus />
        {shownBalance && <span className="block text-12 sm:hidden">{shownBalance}</span>}
      </Cell>
      {showsBalance && (
        <Cell align="end" className="max-sm:hidden">
          {shownBalance}
        </Cell>
      )}
      <Cell className="whitespace-nowrap text-12 max-sm:hidden">
        <StatementLink type={party.type} number={entry.statement_number} />
      </Cell>
      <Cell className="whitespace-nowrap text-12 max-sm:hidden">
        <RollupLink entry={entry} timeZone={timeZone} />
      </Cell>
    </Row>
  );
}

function RollupLink({ entry: { rollup_id, posted_at }, timeZone }: Pick<EntryRowProps, "entry" | "timeZone">) {
  return (
    <HoverText text={exactTime(new Date(posted_at), timeZone)}>
      <TextLink href={`/billing/rollups/${rollup_id}`} prefetch={false}>
        {rollup_id}
      </TextLink>
    </HoverText>
  );
}

function Origin({ party, entry: { call, document_number, offer } }: Pick<EntryRowProps, "party" | "entry">) {
  if (call) {
    return (
      <>
        <TextLink href={`/calls/${call.id}`} prefetch={false}>
          Call {call.id}
        </TextLink>
        {offer && <span className="text-ink-muted"> · {offer.name}</span>}
      </>
    );
  }
  return document_number !== null && <DocumentLink party={party} number={document_number} />;
}
