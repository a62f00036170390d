import clsx from "clsx";
import Link from "next/link";
import { balanceWord } from "@/components/ledger/balance-word";
import { entriesAddress } from "@/components/ledger/entries-address";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { Money } from "@/components/ui/money";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { BillingHome, PartyGroup, PartySummary } from "@/lib/report/contract";
import { type HomeView, homeAddress } from "./home-address";

export type PartiesWords = { balance: string; period: string; before: string; pending: string };

type PartiesTableProps = {
  caption: string;
  group: PartyGroup;
  billing: Pick<BillingHome, "period" | "previous">;
  words: PartiesWords;
  view: HomeView;
};

/** On a phone the period before is left out, and what is pending moves under the period. */
export function PartiesTable({ caption, group, billing, words, view }: PartiesTableProps) {
  const sorted = view.order ?? "balance";
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Sorting name="name" sorted={sorted} view={view} label="Name" />
          <Sorting name="balance" sorted={sorted} view={view} label={words.balance} align="end" />
          <Sorting name="period" sorted={sorted} view={view} label={words.period} align="end" />
          <HeaderCell align="end" className={WIDE}>
            {words.before}
          </HeaderCell>
          <HeaderCell align="end" className={WIDE}>
            {words.pending}
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {group.parties.map((summary) => (
          <PartyRow key={summary.party.id} summary={summary} billing={billing} />
        ))}
      </tbody>
    </Table>
  );
}

type SortingProps = { name: string; sorted: string; view: HomeView; label: string; align?: "start" | "end" };

function Sorting({ name, sorted, view, label, align = "start" }: SortingProps) {
  const direction = name === "name" ? "ascending" : "descending";
  return (
    <HeaderCell align={align} aria-sort={name === sorted ? direction : undefined}>
      <Link
        href={homeAddress({ ...view, order: name })}
        prefetch={false}
        scroll={false}
        className={`rounded-sm hover:text-ink ${name === sorted ? "text-accent" : ""}`}
      >
        {label}
        {name === sorted && <span aria-hidden="true">{name === "name" ? " ↑" : " ↓"}</span>}
      </Link>
    </HeaderCell>
  );
}

function PartyRow({ summary, billing }: { summary: PartySummary; billing: PartiesTableProps["billing"] }) {
  const { party, balance, period, previous, pending } = summary;
  return (
    <Row>
      <Cell className="w-full font-medium sm:max-w-0 sm:truncate">
        <TextLink href={entriesAddress(party, {})} prefetch={false}>
          {party.name}
        </TextLink>
      </Cell>
      <Cell align="end" className="whitespace-nowrap">
        <span className="text-12 text-ink-muted max-sm:block sm:mr-2">{balanceWord(party.type, balance)}</span>
        <Money amount={balance.replace(/^-/, "")} className="font-medium" />
      </Cell>
      <Cell align="end">
        <TextLink href={entriesAddress(party, billing.period)} prefetch={false}>
          <Money amount={period} />
        </TextLink>
        {pending.entries > 0 && (
          <span className={FOLDED}>
            <PendingAmount amount={pending.amount} />
          </span>
        )}
      </Cell>
      <Cell align="end" className={WIDE}>
        <TextLink href={entriesAddress(party, billing.previous)} prefetch={false}>
          <Money amount={previous} />
        </TextLink>
      </Cell>
      <Cell align="end" className={clsx("whitespace-nowrap", WIDE)}>
        {pending.entries > 0 ? <PendingAmount amount={pending.amount} /> : <span className="text-ink-muted">none</span>}
      </Cell>
    </Row>
  );
}

function PendingAmount({ amount }: { amount: string }) {
  return (
    <Status tone="pending">
      <Money amount={amount} plus />
      <span className="sr-only"> pending</span>
    </Status>
  );
}
