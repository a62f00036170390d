import { TextLink } from "@/components/ui/text-link";
import { dayText, monthText } from "@/lib/base/month";
import { periodAddress } from "./period-address";

type PeriodCallsHeaderProps = { month: string; title: string; day: string | undefined };

export function PeriodCallsHeader({ month, title, day }: PeriodCallsHeaderProps) {
  return (
    <header className="mb-4">
      <p className="mb-1 text-12">
        <TextLink href="/billing/periods">Periods</TextLink> /{" "}
        <TextLink href={periodAddress(month)}>{monthText(month)}</TextLink>
      </p>
      <h1 className="font-semibold text-20">
        {title}
        {day && `, ${dayText(day)}`}
      </h1>
    </header>
  );
}
