import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { durationText } from "@/components/ui/duration-text";
import { ExactTime } from "@/components/ui/exact-time";
import { TextLink } from "@/components/ui/text-link";
import { isRunning } from "@/lib/call/client/call";
import type { Call } from "@/lib/call/contract/call";
import { isTestCall } from "@/lib/inbound/contract/test-call";
import { CallStatus } from "../call-status";
import { callerText } from "../caller-text";
import { SideFlag } from "../side-flag";

export type Neighbours = { readonly newer: number | null; readonly older: number | null };

type CallHeaderProps = { call: Call; neighbours: Neighbours; timeZone: string };

export function CallHeader({ call, neighbours, timeZone }: CallHeaderProps) {
  return (
    <header className="mb-8">
      <div className="mb-3 flex items-center justify-between gap-4 text-13">
        <p className="text-ink-muted">
          <TextLink href="/calls">Calls</TextLink> / {call.id}
        </p>
        <nav aria-label="Previous and next call" className="flex gap-1">
          <Step to={neighbours.newer} label="previous">
            <ChevronLeft aria-hidden="true" className="size-3.5" /> previous
          </Step>
          <Step to={neighbours.older} label="next">
            next <ChevronRight aria-hidden="true" className="size-3.5" />
          </Step>
        </nav>
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-balance font-semibold text-20">
          {callerText(call.caller)} <span className="font-normal text-ink-muted">→</span> {call.offer.name}
        </h1>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-13">
          <span className="text-ink-muted">Converted:</span>
          <SideFlag side="buyer" converted={call.buyer_converted} over={call.over_cap?.includes("buyer")} />
          <SideFlag side="TS" converted={call.offer_converted} over={call.over_cap?.includes("offer")} />
          {call.over_cap && <Badge tone="caution">over the cap</Badge>}
          {isTestCall(call) && <Badge tone="caution">test call</Badge>}
          <CallStatus call={call} />
        </p>
      </div>
      {/* Each dot leads its fact, and is clipped where the fact begins a line. */}
      <div className="mt-1 overflow-x-clip text-13 text-ink-muted">
        <p className="-ml-4 flex flex-wrap">
          {factsOf(call, timeZone).map(({ name, shown }) => (
            <span key={name} className="flex">
              <span aria-hidden="true" className="w-4 text-center">
                ·
              </span>
              {shown}
            </span>
          ))}
        </p>
      </div>
    </header>
  );
}

function Step({ to, label, children }: { to: number | null; label: string; children: ReactNode }) {
  if (to === null) return null;
  return (
    <Link
      href={`/calls/${to}`}
      aria-label={`${label}: call ${to}`}
      className={buttonClass({ variant: "plain", size: "sm" })}
    >
      {children}
    </Link>
  );
}

function factsOf(call: Call, timeZone: string): { name: string; shown: ReactNode }[] {
  const { duration_seconds: duration, connected_seconds: connected } = call;
  const source = call.traffic_source === undefined ? null : (call.traffic_source?.name ?? "no traffic source");
  return [
    { name: "start", shown: <ExactTime at={call.started_at} timeZone={timeZone} /> },
    ...(duration === null ? [] : [{ name: "duration", shown: durationText(duration) }]),
    ...(connected === null ? [] : [{ name: "connected", shown: `connected ${durationText(connected)}` }]),
    ...(isRunning(call) ? [{ name: "running", shown: "in progress" }] : []),
    { name: "parties", shown: [source, call.buyer?.name ?? "no buyer"].filter(Boolean).join(" → ") },
  ];
}
