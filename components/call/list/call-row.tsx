import clsx from "clsx";
import Link from "next/link";
import { LinkPending } from "@/components/ui/link-pending";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { isRunning } from "@/lib/call/client/call";
import type { Call } from "@/lib/call/contract/call";
import { CallStatus } from "../call-status";
import { callerText } from "../caller-text";
import { SideFlag } from "../side-flag";
import { rowGrid } from "./row-grid";

type CallRowProps = { call: Call; timeZone: string; showsRevenue: boolean };

export function CallRow({ call, timeZone, showsRevenue }: CallRowProps) {
  const source = call.traffic_source === undefined ? null : (call.traffic_source?.name ?? "no traffic source");
  return (
    <li className="-mx-2 border-b last:border-b-0">
      <Link
        href={`/calls/${call.id}`}
        prefetch={false}
        className={clsx(
          "grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 rounded-sm px-2 py-2 text-13",
          "transition-colors hover:bg-sunken focus-visible:-outline-offset-2 lg:h-row lg:py-0",
          rowGrid(showsRevenue),
        )}
      >
        <RelativeTime
          at={call.started_at}
          timeZone={timeZone}
          className="text-ink-muted max-lg:order-2 max-lg:justify-self-end"
        />
        <span className="truncate font-medium max-lg:order-1">{callerText(call.caller)}</span>
        <span className="truncate max-lg:order-3">{call.offer.name}</span>
        <span className="truncate text-ink-muted max-lg:hidden">
          {[source, call.buyer?.name ?? "no buyer"].filter(Boolean).join(" → ")}
        </span>
        <span className="flex items-center justify-end gap-3 max-lg:order-4 lg:contents">
          <span className="flex gap-3">
            <SideFlag side="buyer" converted={call.buyer_converted} over={call.over_cap?.includes("buyer")} />
            <SideFlag side="TS" converted={call.offer_converted} over={call.over_cap?.includes("offer")} />
          </span>
          <span className={clsx(!isRunning(call) && "max-lg:hidden")}>
            <CallStatus call={call} />
          </span>
          {showsRevenue && (
            <span className="text-right">
              <span className="sr-only">revenue {call.currency} </span>
              <Money amount={call.revenue ?? ""} className={clsx(!call.buyer_converted && "text-ink-muted")} />
            </span>
          )}
        </span>
        <span className="flex items-center justify-end gap-1 font-mono text-12 text-ink-muted max-lg:hidden">
          <LinkPending />
          <span className="sr-only">call </span>
          {call.id}
        </span>
      </Link>
    </li>
  );
}
