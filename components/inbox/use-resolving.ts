"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { useResolveInbox } from "@/lib/inbox/client";
import type { InboxAction, InboxItem, ResolvedItem } from "@/lib/inbox/contract";
import { refusalText } from "@/lib/platform/client/refusal-text";

/** What somebody is about to do, while they are asked whether they mean it. */
export type Asked = { readonly action: InboxAction; readonly items: readonly InboxItem[] };

const DONE: Record<InboxAction, string> = {
  match: "matched",
  accept: "accepted",
  retry: "tried again",
  dismiss: "dismissed",
};

/** Resolving items: money is asked about first, and what could not be resolved is said. */
export function useResolving(onResolved: (ids: readonly number[]) => void) {
  const router = useRouter();
  const [refreshing, refresh] = useTransition();
  const [asked, setAsked] = useState<Asked | null>(null);
  const resolving = useResolveInbox();

  function begin(action: InboxAction, items: readonly InboxItem[]) {
    const movesMoney = items.some(({ preview }) => (preview?.entries.length ?? 0) > 0);
    if (action === "match" || (action !== "dismiss" && movesMoney)) setAsked({ action, items });
    else resolve(action, items);
  }

  function resolve(action: InboxAction, items: readonly InboxItem[], call?: string) {
    const ids = items.map(({ id }) => String(id));
    resolving.mutate(
      { action, ids, ...(call !== undefined && { call }) },
      {
        onSuccess: ({ results }) => {
          const wrong = results.filter(({ status }) => status !== 200);
          tell(action, results, wrong);
          if (action === "match" && wrong.length > 0) return;
          setAsked(null);
          onResolved(results.filter(({ status }) => status === 200).map(({ id }) => id));
          refresh(() => router.refresh());
        },
        onError: (error) => toast.error(refusalText(error)),
      },
    );
  }

  return { asked, begin, resolve, cancel: () => setAsked(null), busy: resolving.isPending || refreshing };
}

function tell(action: InboxAction, results: readonly ResolvedItem[], wrong: readonly ResolvedItem[]): void {
  const resolved = results.length - wrong.length;
  const held = results.filter(({ held: again }) => again).length;
  if (resolved > 0) {
    const already = results.filter(({ already_resolved }) => already_resolved).length;
    const note = [
      ...(already > 0 ? [`${already} had been resolved before.`] : []),
      ...(held > 0 ? [`${held} waits again: the side is locked or limited.`] : []),
    ];
    toast.success(`${resolved} ${resolved === 1 ? "item" : "items"} ${DONE[action]}`, { description: note.join(" ") });
  }
  const [first] = wrong;
  if (first) {
    const title = wrong.length === 1 ? "1 item still waits" : `${wrong.length} items still wait`;
    toast.error(title, { description: first.problem });
  }
}
