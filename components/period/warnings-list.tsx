import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { PeriodDetail, PeriodWarning } from "@/lib/period/contract";
import { periodCallsAddress } from "./period-address";
import { PeriodCallsTable } from "./period-calls-table";
import { OverCaps, UnusualDays } from "./warning-details";
import { warningCount, warningWords } from "./warning-words";

type WarningsListProps = { period: PeriodDetail; timeZone: string };

export function WarningsList({ period, timeZone }: WarningsListProps) {
  if (period.warnings.length === 0) {
    return <p className="text-13 text-ink-muted">No warnings for this month.</p>;
  }
  return (
    <ul aria-label="Warnings" className="space-y-5">
      {period.warnings.map((warning) => (
        <li key={warning.warning}>
          <WarningItem month={period.month} warning={warning} currency={period.currency} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}

type WarningItemProps = { month: string; warning: PeriodWarning; currency: string; timeZone: string };

function WarningItem({ month, warning, currency, timeZone }: WarningItemProps) {
  const { calls, caps, days, count } = warning;
  const { title, about } = warningWords(warning.warning);
  return (
    <>
      <h3 className="flex flex-wrap items-baseline gap-x-3 text-13">
        <Status tone="caution" className="font-medium">
          {title}: {warningCount(warning.warning, count)}
        </Status>
        <span className="font-normal text-ink-muted">{about}</span>
      </h3>
      {calls && (
        <div className="mt-1 sm:ml-5">
          <PeriodCallsTable caption={title} calls={calls} currency={currency} timeZone={timeZone} />
          {count > calls.length && (
            <p className="mt-1 text-12">
              <TextLink href={periodCallsAddress(month, { warning: warning.warning })} prefetch={false}>
                All {warningCount(warning.warning, count)}
              </TextLink>
            </p>
          )}
        </div>
      )}
      {caps && <OverCaps caps={caps} timeZone={timeZone} />}
      {days && <UnusualDays month={month} days={days} />}
    </>
  );
}
