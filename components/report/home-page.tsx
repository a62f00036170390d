import { shortDayText } from "@/components/ui/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { periodText } from "@/components/ui/period-text";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { BillingHome, PartyGroup } from "@/lib/report/contract";
import { DaysChart } from "./days-chart";
import { DaysTable } from "./days-table";
import { type HomeView, homeAddress } from "./home-address";
import { HomeTotals } from "./home-totals";
import { PartiesTable, type PartiesWords } from "./parties-table";
import { PartySearch } from "./party-search";
import { PeriodNav } from "./period-nav";

export function HomePage({ billing, view }: { billing: BillingHome; view: HomeView }) {
  const { period, previous, days, currency, buyers, traffic_sources } = billing;
  const month = period.from.slice(0, 7);
  const asOf = billing.as_of && `end of ${view.day ? shortDayText(view.day) : periodText(month)}`;
  const words = {
    ...(view.day
      ? { period: "This day", before: "Previous day" }
      : { period: periodText(month), before: periodText(previous.from.slice(0, 7)) }),
    balance: asOf ? `Balance ${currency}, ${asOf}` : `Balance ${currency}`,
    pending: asOf ? "Pending now" : "Pending",
  };
  const before = view.day ? "previous day" : words.before;
  return (
    <div className="space-y-8">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <h1 className="mr-auto font-semibold text-20">
          {view.day ? `Billing on ${shortDayText(view.day)}` : "Billing"}
        </h1>
        <PartySearch view={view} />
        <PeriodNav view={view} month={month} />
      </div>
      <HomeTotals billing={billing} before={before} asOf={asOf} />
      {!view.day && (
        <Section
          title="Daily totals"
          aside={<span>Gray: payout. Green: margin. Red: loss. Lighter: {words.before}.</span>}
        >
          <DaysChart days={days} from={period.from} currency={currency} />
          <DaysTable days={days} currency={currency} />
        </Section>
      )}
      {buyers && <Parties title="Buyers" group={buyers} billing={billing} words={words} view={view} />}
      {traffic_sources && (
        <Parties title="Traffic sources" group={traffic_sources} billing={billing} words={words} view={view} />
      )}
    </div>
  );
}

type PartiesProps = {
  title: string;
  group: PartyGroup;
  billing: BillingHome;
  words: PartiesWords;
  view: HomeView;
};

function Parties({ title, group, billing, words, view }: PartiesProps) {
  const many = title.toLowerCase();
  return (
    <Section title={title} aside={<span>{group.count} total</span>}>
      {group.parties.length > 0 ? (
        <PartiesTable caption={title} group={group} billing={billing} words={words} view={view} />
      ) : (
        <NoParties many={many} view={view} isEmpty={group.count === 0} />
      )}
      {group.more && (
        <p className="mt-2 text-13 text-ink-muted">
          Showing the first {group.parties.length}. Search by name or change the sort order to see others.
        </p>
      )}
    </Section>
  );
}

function NoParties({ many, view, isEmpty }: { many: string; view: HomeView; isEmpty: boolean }) {
  const { q: _, ...others } = view;
  if (isEmpty) {
    return (
      <EmptyState title={`No ${many} yet`}>
        <p>An account appears here with its first converted call.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={view.q ? `No ${many} match “${view.q}”` : `No ${many} have entries on this day`}>
      {view.q && (
        <p>
          <TextLink href={homeAddress(others)}>Show all</TextLink>
        </p>
      )}
    </EmptyState>
  );
}
