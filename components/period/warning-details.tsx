import { partyAddress } from "@/components/party/party-address";
import { ExactTime } from "@/components/ui/exact-time";
import { moneyText } from "@/components/ui/money-text";
import { TextLink } from "@/components/ui/text-link";
import { dayText } from "@/lib/base/month";
import { countedPerSpan } from "@/lib/cap/domain/cap-text";
import type { PeriodWarning } from "@/lib/period/contract";
import { periodCallsAddress } from "./period-address";

type Caps = NonNullable<PeriodWarning["caps"]>;
type Days = NonNullable<PeriodWarning["days"]>;

export function OverCaps({ caps, timeZone }: { caps: Caps; timeZone: string }) {
  return (
    <ul className="mt-1 space-y-1 text-13 sm:ml-5">
      {caps.map(({ party, offer, measure, span, window_start, used, limit }) => (
        <li key={`${party.type} ${party.id} ${offer} ${measure} ${span} ${window_start}`} className="tabular-nums">
          <TextLink href={`${partyAddress(party)}/caps`} prefetch={false}>
            {party.name}
          </TextLink>
          {offer && `, ${offer}`}: {countedPerSpan(measure, span, party.type === "buyer" ? "buyer" : "offer")} from{" "}
          <ExactTime at={window_start} timeZone={timeZone} />
          {used !== undefined && limit !== undefined && `: ${moneyText(used)} of ${moneyText(limit)}`}
        </li>
      ))}
    </ul>
  );
}

export function UnusualDays({ month, days }: { month: string; days: Days }) {
  return (
    <ul className="mt-1 space-y-1 text-13 sm:ml-5">
      {days.map(({ day, measure, value: actual, usual }) => (
        <li key={`${day} ${measure}`} className="tabular-nums">
          <TextLink href={periodCallsAddress(month, { day })} prefetch={false}>
            {weekday(day)} {dayText(day)}
          </TextLink>
          : {measure} {moneyText(actual)}, usually {moneyText(usual)}
        </li>
      ))}
    </ul>
  );
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function weekday(day: string): string {
  return WEEKDAYS[new Date(day).getUTCDay()] ?? "";
}
