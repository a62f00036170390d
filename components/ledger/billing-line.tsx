import { accountAddress } from "@/components/party/party-address";
import { Badge } from "@/components/ui/badge";
import { HoverText } from "@/components/ui/hover-text";
import { Money } from "@/components/ui/money";
import { periodText } from "@/components/ui/period-text";
import { Status } from "@/components/ui/status";
import { Cell, Row } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { exactTime } from "@/components/ui/time-text";
import type { BillingRow } from "./billing-rows";
import { Bracket, bracketWidth } from "./bracket";
import type { LanePart } from "./bracket-lanes";
import { correctionText } from "./correction-text";
import { offsetText } from "./offset-text";
import { StatementLink } from "./statement-link";

type BillingLineProps = {
  row: BillingRow;
  rows: readonly BillingRow[];
  parts: readonly LanePart[];
  showsAmounts: boolean;
  timeZone: string;
};

/** On a phone party, state and period move under the kind. */
export function BillingLine({ row, rows, parts, showsAmounts, timeZone }: BillingLineProps) {
  const offset = offsetText(row, rows);
  const correction = correctionText(row, rows);
  return (
    <Row>
      <Cell className="max-sm:hidden">
        <State row={row} />
      </Cell>
      <Cell className="max-sm:w-full sm:pr-4">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{row.kind}</span>
          {correction && <Badge tone="caution">correction</Badge>}
        </span>
        <span className="block sm:hidden">
          <PartyName row={row} />
        </span>
        <span className="block text-12 sm:hidden">
          <State row={row} />
          {row.posted && <span className="text-ink-muted"> · {periodText(row.posted.period)}</span>}
          <OnStatement row={row} />
          {correction && <span className="block text-ink-muted">{correction}</span>}
        </span>
      </Cell>
      <Cell className="w-full max-w-0 max-sm:hidden">
        <span className="block truncate">
          <PartyName row={row} />
        </span>
        {correction && <span className="block text-12 text-ink-muted">{correction}</span>}
      </Cell>
      {showsAmounts && (
        <Cell align="end" className="pl-4">
          {row.amount !== undefined && <Money amount={signedAmount(row, row.amount)} />}
        </Cell>
      )}
      <Cell className="relative px-0" style={{ minWidth: bracketWidth(parts.length) }}>
        <Bracket parts={parts} />
        {offset && <span className="sr-only">{offset.spoken}</span>}
      </Cell>
      <Cell className="whitespace-nowrap pl-3 text-12 text-ink-muted max-sm:hidden">
        {row.posted ? (
          <>
            <HoverText text={exactTime(new Date(row.posted.posted_at), timeZone)}>
              rollup {row.posted.rollup_id} · {periodText(row.posted.period)}
            </HoverText>
            <OnStatement row={row} />
          </>
        ) : (
          <span aria-hidden="true">{offset?.shown}</span>
        )}
      </Cell>
    </Row>
  );
}

/** Linked when the reader may see accounts, which is when statement numbers are present. */
function PartyName({ row: { party, posted } }: { row: BillingRow }) {
  if (posted?.statement_number === undefined) return party.name;
  return (
    <TextLink href={accountAddress(party)} prefetch={false}>
      {party.name}
    </TextLink>
  );
}

/** Undefined when the role can't read billing. */
function OnStatement({ row: { posted, party } }: { row: BillingRow }) {
  const number = posted?.statement_number;
  if (number === undefined) return null;
  return (
    <span className="block">
      {number === null ? (
        <span className="text-ink-muted">not on a statement yet</span>
      ) : (
        <StatementLink type={party.type} number={number} />
      )}
    </span>
  );
}

function State({ row }: { row: BillingRow }) {
  return row.posted ? (
    <span className="text-ink-muted">posted</span>
  ) : (
    <Status tone="pending" className="text-12 sm:text-13">
      pending
    </Status>
  );
}

function signedAmount({ kind }: BillingRow, amount: string): string {
  return kind === "credit" || kind === "clawback" ? `-${amount}` : amount;
}
