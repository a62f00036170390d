"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Countdown } from "@/components/ui/countdown";
import type { CapKind } from "@/lib/cap/client";
import type { Cap } from "@/lib/cap/contract";
import { CapBar } from "./cap-bar";
import { CapCallsList } from "./cap-calls-list";
import { capTitle, useText } from "./cap-words";

type CapRowProps = {
  cap: Cap;
  kind: CapKind;
  partyId: number;
  mayUpdate: boolean;
  mayReadCalls: boolean;
  timeZone: string;
  onEdit: () => void;
  onWithdraw: () => void;
};

export function CapRow(props: CapRowProps) {
  const { cap, kind, partyId, mayUpdate, mayReadCalls, timeZone, onEdit, onWithdraw } = props;
  const [showsCalls, setShowsCalls] = useState(false);
  const title = capTitle(cap, kind);
  return (
    <li className="border-b py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="font-medium text-13">
          {title}
          <span className="font-normal text-ink-muted">, {cap.offer ? cap.offer.name : "all offers"}</span>
        </h3>
        {cap.over && <Badge tone="caution">over the cap</Badge>}
        {cap.used_up && !cap.over && <Badge tone="caution">used up</Badge>}
        <p className="ml-auto text-13 tabular-nums">
          {useText(cap) || <span className="text-ink-muted">no amounts</span>}
        </p>
      </div>
      <div className="mt-2">
        <CapBar cap={cap} kind={kind} />
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-12 text-ink-muted">
        <span>
          {cap.resets_at ? (
            <>
              resets in <Countdown until={cap.resets_at} />, {cap.time_zone}
            </>
          ) : (
            "never resets"
          )}
        </span>
        <span>{cap.stops_automatic ? "stops automatic conversion" : "doesn’t stop conversion"}</span>
        <span className="-mr-2 ml-auto flex flex-wrap">
          {mayReadCalls && (
            <Button variant="plain" size="sm" aria-expanded={showsCalls} onClick={() => setShowsCalls(!showsCalls)}>
              {showsCalls ? "Hide calls" : "Show calls"}
              <span className="sr-only">: {title}</span>
            </Button>
          )}
          {mayUpdate && (
            <>
              <Button variant="plain" size="sm" aria-label={`Edit: ${title}`} onClick={onEdit}>
                Edit
              </Button>
              <Button variant="plain" size="sm" aria-label={`Withdraw: ${title}`} onClick={onWithdraw}>
                Withdraw
              </Button>
            </>
          )}
        </span>
      </div>
      {showsCalls && <CapCallsList kind={kind} partyId={partyId} cap={cap} timeZone={timeZone} />}
    </li>
  );
}
