"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { type Access, may } from "@/lib/access/domain/access";
import { type CapKind, capsQuery } from "@/lib/cap/client";
import type { Cap } from "@/lib/cap/contract";
import { CapDialog } from "./cap-dialog";
import { CapRow } from "./cap-row";
import { WithdrawCap } from "./withdraw-cap";
import { WithdrawnCaps } from "./withdrawn-caps";

type CapsPageProps = { kind: CapKind; partyId: number; access: Access; timeZone: string };

export function CapsPage({ kind, partyId, access, timeZone }: CapsPageProps) {
  const { data } = useSuspenseQuery(capsQuery(kind, partyId));
  const [editing, setEditing] = useState<Cap | "new" | null>(null);
  const [withdrawing, setWithdrawing] = useState<Cap | null>(null);
  const mayUpdate = may(access, "update", "settings");
  return (
    <>
      <Section
        title={`Caps of ${data.party.name}`}
        aside={
          mayUpdate && (
            <Button onClick={() => setEditing("new")}>
              <Plus aria-hidden="true" className="size-3.5" /> New cap
            </Button>
          )
        }
      >
        {data.caps.length === 0 ? (
          <EmptyState title="No caps">
            <p>
              A cap limits conversions, calls or amounts per hour, day or month. It can stop automatic conversion and
              tells call routers when to send calls elsewhere.
            </p>
            <p className="mt-2">{mayUpdate ? "Choose “New cap” to start." : "Ask an owner or admin to add one."}</p>
          </EmptyState>
        ) : (
          <ul>
            {data.caps.map((cap) => (
              <CapRow
                key={cap.id}
                cap={cap}
                kind={kind}
                partyId={partyId}
                mayUpdate={mayUpdate}
                mayReadCalls={may(access, "read", "calls")}
                timeZone={timeZone}
                onEdit={() => setEditing(cap)}
                onWithdraw={() => setWithdrawing(cap)}
              />
            ))}
          </ul>
        )}
        <WithdrawnCaps caps={data.withdrawn} kind={kind} timeZone={timeZone} />
      </Section>
      {editing && (
        <CapDialog
          cap={editing === "new" ? null : editing}
          kind={kind}
          partyId={partyId}
          timeZone={timeZone}
          onClose={() => setEditing(null)}
        />
      )}
      <WithdrawCap cap={withdrawing} kind={kind} partyId={partyId} onDone={() => setWithdrawing(null)} />
    </>
  );
}
