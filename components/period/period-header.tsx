import { CopyId } from "@/components/ui/copy-id";
import { ExactTime } from "@/components/ui/exact-time";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import { monthText } from "@/lib/base/month";
import type { PeriodDetail } from "@/lib/period/contract";
import { ClosePeriod } from "./close-period";
import { PeriodState } from "./period-state";

type PeriodHeaderProps = { period: PeriodDetail; access: Access; timeZone: string };

const SHOWN_OF_SEAL = 12;

export function PeriodHeader({ period, access, timeZone }: PeriodHeaderProps) {
  const { closed } = period;
  return (
    <header className="mb-6">
      <p className="mb-1 text-12">
        <TextLink href="/billing/periods">Periods</TextLink>
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="font-semibold text-20">{monthText(period.month)}</h1>
        <PeriodState period={period} />
        {period.can_close && may(access, "update", "billing") && (
          <div className="ml-auto">
            <ClosePeriod month={period.month} waiting={period.waiting} warnings={period.warnings} />
          </div>
        )}
      </div>
      {closed ? (
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-muted">
          <span>
            Closed by {closed.by.name} on <ExactTime at={closed.at} timeZone={timeZone} />
          </span>
          <span className="flex items-center gap-1">
            link {closed.rollup_id}, seal
            <CopyId value={closed.digest} label="Copy seal">
              {closed.digest.slice(0, SHOWN_OF_SEAL)}…
            </CopyId>
          </span>
        </p>
      ) : (
        period.not_closable && <p className="mt-1 text-13 text-ink-muted">{period.not_closable}</p>
      )}
    </header>
  );
}
