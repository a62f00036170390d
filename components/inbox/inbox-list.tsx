"use client";

import { useState } from "react";
import { REASONS, reasonLabel } from "@/components/conversion/reason-words";
import { Section } from "@/components/ui/section";
import { type Access, may } from "@/lib/access/domain/access";
import type { InboxItem } from "@/lib/inbox/contract";
import { BulkBar } from "./bulk-bar";
import { ConfirmResolving } from "./confirm-resolving";
import { InboxItemRow } from "./inbox-item-row";
import { MatchDialog } from "./match-dialog";
import { useInboxKeys } from "./use-inbox-keys";
import { useResolving } from "./use-resolving";

type InboxListProps = { items: readonly InboxItem[]; timeZone: string; access: Access };

export function InboxList({ items, timeZone, access }: InboxListProps) {
  const mayAct = may(access, "update", "calls");
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const chosen = items.filter(({ id }) => selected.has(id));
  const without = (ids: readonly number[]) => setSelected(new Set([...selected].filter((id) => !ids.includes(id))));
  const { asked, begin, resolve, match, cancel, busy } = useResolving(without);
  useInboxKeys();

  function select(id: number, isSelected: boolean) {
    const next = new Set(selected);
    if (isSelected) next.add(id);
    else next.delete(id);
    setSelected(next);
  }

  return (
    <>
      {groupsOf(items).map(({ reason, about, group }) => (
        <Section key={reason} title={reasonLabel(reason)} aside={about} className="mb-6">
          <ol aria-label={reasonLabel(reason)}>
            {group.map((item) => (
              <InboxItemRow
                key={item.id}
                item={item}
                timeZone={timeZone}
                mayAct={mayAct}
                busy={busy}
                selected={selected.has(item.id)}
                onSelect={(isSelected) => select(item.id, isSelected)}
                onAct={(action) => begin(action, [item])}
              />
            ))}
          </ol>
        </Section>
      ))}
      <BulkBar items={chosen} busy={busy} onAct={begin} onClear={() => setSelected(new Set())} />
      <ConfirmResolving
        asked={asked}
        busy={busy}
        onConfirm={() => asked && resolve(asked.action, asked.items)}
        onCancel={cancel}
      />
      {asked?.action === "match" && asked.items[0] && (
        <MatchDialog item={asked.items[0]} timeZone={timeZone} onMatch={match} onClose={cancel} />
      )}
    </>
  );
}

function groupsOf(items: readonly InboxItem[]) {
  const order: string[] = REASONS.map(({ reason }) => reason);
  const reasons = [...new Set(items.map(({ reason }) => reason))].sort(
    (one, other) => order.indexOf(one) - order.indexOf(other),
  );
  return reasons.map((reason) => ({
    reason,
    about: REASONS.find((entry) => entry.reason === reason)?.about,
    group: items.filter((item) => item.reason === reason),
  }));
}
