import { CopyId } from "@/components/ui/copy-id";
import { ExactTime } from "@/components/ui/exact-time";
import { Fact } from "@/components/ui/fact";
import { Money } from "@/components/ui/money";
import { OlderPages } from "@/components/ui/older-pages";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Rollup, RollupEntry } from "@/lib/ledger/contract/rollup";
import { RollupEntriesTable } from "./rollup-entries-table";
import { durationText, rollupWords } from "./rollup-words";

type RollupPageProps = {
  rollup: Rollup;
  statements: readonly number[];
  entries: readonly RollupEntry[];
  nextCursor: string | null;
  paged: boolean;
  company: { currency: string; timeZone: string };
};

export function RollupPage({ rollup, statements, entries, nextCursor, paged, company }: RollupPageProps) {
  const { currency, timeZone } = company;
  const address = `/billing/rollups/${rollup.id}`;
  return (
    <>
      <p className="text-13 text-ink-muted">
        <TextLink href="/billing/rollups">Rollups</TextLink> / {rollup.id}
      </p>
      <h1 className="mt-1 mb-4 font-semibold text-20">
        Rollup {rollup.id}: {rollupWords(rollup)}
      </h1>
      <div className="mb-6 grid gap-x-6 gap-y-3 sm:grid-cols-3 lg:grid-cols-5">
        <Fact label="Posted">
          <ExactTime at={rollup.posted_at} timeZone={timeZone} />
        </Fact>
        <Fact label="Duration">{durationText(rollup.duration_ms)}</Fact>
        <Fact label="Entries">
          {rollup.entries} from {rollup.changes} {rollup.changes === 1 ? "change" : "changes"}
        </Fact>
        {rollup.revenue !== undefined && (
          <Fact label="Revenue">
            <Money amount={rollup.revenue} currency={currency} />
          </Fact>
        )}
        {rollup.payout !== undefined && (
          <Fact label="Payout">
            <Money amount={rollup.payout} currency={currency} />
          </Fact>
        )}
      </div>
      <div className="mb-8 space-y-2">
        <Fact label="Seal">
          <CopyId value={rollup.digest} label="Copy seal" />
        </Fact>
        <Fact label="Previous seal">
          <CopyId value={rollup.previous_digest} label="Copy previous seal" />
        </Fact>
      </div>
      {statements.length > 0 && (
        <Section title="Statements" className="mb-8">
          <ul className="flex flex-wrap gap-3 text-13">
            {statements.map((number) => (
              <li key={number}>
                <TextLink href={`/billing/statements/${number}`} prefetch={false}>
                  {number}
                </TextLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Entries">
        {entries.length > 0 ? (
          <RollupEntriesTable rollup={rollup} entries={entries} currency={currency} />
        ) : (
          <p className="text-13 text-ink-muted">
            This rollup posted no entries. Its seal covers the other records it made.
          </p>
        )}
        <OlderPages
          first={paged ? { href: address, label: "First page" } : null}
          next={nextCursor === null ? null : { href: `${address}?cursor=${nextCursor}`, label: "Next page" }}
        />
      </Section>
    </>
  );
}
