import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { shortDayText } from "@/components/ui/day-text";
import { periodText } from "@/components/ui/period-text";
import { TextLink } from "@/components/ui/text-link";
import { dayAfter, dayBefore } from "@/lib/base/days-between";
import { monthsLater } from "@/lib/base/month";
import { type HomeView, homeAddress } from "./home-address";

export function PeriodNav({ view, month }: { view: HomeView; month: string }) {
  const { day, ...others } = view;
  const steps = day
    ? [homeAddress({ ...view, day: dayBefore(day) }), homeAddress({ ...view, day: dayAfter(day) })]
    : [
        homeAddress({ ...others, month: monthsLater(month, -1) }),
        homeAddress({ ...others, month: monthsLater(month, 1) }),
      ];
  const what = day ? "day" : "month";
  return (
    <nav aria-label="Period" className="flex flex-wrap items-center gap-2">
      <Step href={steps[0]} label={`Previous ${what}`} icon={ChevronLeft} />
      <span className="min-w-24 text-center font-medium text-13">{day ? shortDayText(day) : periodText(month)}</span>
      <Step href={steps[1]} label={`Next ${what}`} icon={ChevronRight} />
      {day && (
        <TextLink href={homeAddress({ ...others, month: day.slice(0, 7) })} className="text-13">
          All of {periodText(day.slice(0, 7))}
        </TextLink>
      )}
    </nav>
  );
}

function Step({ href = "", label, icon: Icon }: { href: string | undefined; label: string; icon: typeof ChevronLeft }) {
  return (
    <Link href={href} prefetch={false} aria-label={label} className={buttonClass()}>
      <Icon aria-hidden="true" className="size-3.5" />
    </Link>
  );
}
