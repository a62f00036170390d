import { Badge } from "@/components/ui/badge";
import { HoverText } from "@/components/ui/hover-text";
import { Money } from "@/components/ui/money";
import { Cell, Row } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { exactTime } from "@/components/ui/time-text";
import type { AccountEntry, AccountParty } from "@/lib/contracts/accounts";
import { shortDayText } from "./day-text";
import { DocumentLink } from "./document-link";
import { kindText } from "./kind-text";
import { StatementLink } from "./statement-link";

type EntryRowProps = { party: AccountParty; entry: AccountEntry; showsBalance: boolean; timeZone: string };

export function EntryRow({ party, entry, showsBalance, timeZone }: EntryRowProps) {
  const { booked_on, service_date, correction, kind, amount, balance, rollup_id, posted_at } = entry;
  return (
    <Row>
      <Cell className="whitespace-nowrap">
        {shortDayText(booked_on)}
        {correction && <span className="block text-12 text-ink-muted">for {shortDayText(service_date)}</span>}
      </Cell>
      <Cell className="whitespace-nowrap">
        <span className="font-medium">{kindText(kind)}</span>
        {correction && (
          <Badge tone="caution" className="ml-2">
            correction
          </Badge>
        )}
      </Cell>
      <Cell className="w-full min-w-40">
        <Origin party={party} entry={entry} />
      </Cell>
      <Cell align="end">
        <Money amount={amount} plus />
      </Cell>
      {showsBalance && (
        <Cell align="end">{balance !== null && <Money amount={balance} className="text-ink-muted" />}</Cell>
      )}
      <Cell className="whitespace-nowrap text-12">
        <StatementLink type={party.type} number={entry.statement_number} />
      </Cell>
      <Cell className="whitespace-nowrap text-12">
        <HoverText text={exactTime(new Date(posted_at), timeZone)}>
          <TextLink href={`/billing/rollups/${rollup_id}`} prefetch={false}>
            {rollup_id}
          </TextLink>
        </HoverText>
      </Cell>
    </Row>
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
