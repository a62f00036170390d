"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { type ResolveInput, usePreviewResolving, useResolveInbox } from "@/lib/inbox/client";
import type { InboxAction, InboxItem, ResolveDryRun, ResolvedItem } from "@/lib/inbox/contract";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { asksFirst } from "./asks-first";

/** The action that waits for confirmation. */
export type Asked = {
  readonly action: InboxAction;
  readonly items: readonly InboxItem[];
  /** The joint preview of the items; undefined for a match, whose call isn’t chosen yet. */
  readonly plan?: ResolveDryRun;
  /** Why there is no preview. */
  readonly problem?: string;
};

const DONE: Record<InboxAction, string> = {
  match: "matched",
  accept: "accepted",
  retry: "retried",
  dismiss: "dismissed",
};

/** Asks before an action that moves money, and reports the items that couldn't be resolved. */
export function useResolving(onResolved: (ids: readonly number[]) => void) {
  const router = useRouter();
  const [refreshing, refresh] = useTransition();
  const [asked, setAsked] = useState<Asked | null>(null);
  const resolving = useResolveInbox();
  const previewing = usePreviewResolving();

  function begin(action: InboxAction, items: readonly InboxItem[]) {
    if (action === "match") return setAsked({ action, items });
    if (action === "dismiss") return resolve(action, items);
    previewing.mutate(
      { action, ids: idsOf(items) },
      {
        onSuccess: (plan) => (asksFirst(plan) ? setAsked({ action, items, plan }) : resolve(action, items)),
        onError: (error) => setAsked({ action, items, problem: refusalText(error) }),
      },
    );
  }

  function resolve(action: InboxAction, items: readonly InboxItem[]) {
    resolving.mutate(
      { action, ids: idsOf(items) },
      {
        onSuccess: ({ results }) => finish(action, results),
        onError: (error) => toast.error(refusalText(error)),
      },
    );
  }

  /** Answers why the item could not be matched, and null if it was. */
  async function match(request: ResolveInput): Promise<string | null> {
    const { results } = await resolving.mutateAsync(request);
    const wrong = results.find(isWrong);
    if (!wrong) finish("match", results);
    return wrong ? (wrong.problem ?? "This item couldn’t be matched to the call.") : null;
  }

  function finish(action: InboxAction, results: readonly ResolvedItem[]) {
    tell(action, results, results.filter(isWrong));
    setAsked(null);
    onResolved(results.filter((result) => !isWrong(result)).map(({ id }) => id));
    refresh(() => router.refresh());
  }

  const busy = previewing.isPending || resolving.isPending || refreshing;
  return { asked, begin, resolve, match, cancel: () => setAsked(null), busy };
}

function isWrong({ status }: ResolvedItem): boolean {
  return status !== 200;
}

function idsOf(items: readonly InboxItem[]): string[] {
  return items.map(({ id }) => String(id));
}

function tell(action: InboxAction, results: readonly ResolvedItem[], wrong: readonly ResolvedItem[]): void {
  const resolved = results.length - wrong.length;
  const held = results.filter(({ held: again }) => again).length;
  if (resolved > 0) {
    const already = results.filter(({ already_resolved }) => already_resolved).length;
    const note = [
      ...(already > 0 ? [`${already} already resolved.`] : []),
      ...(held > 0 ? [`${held} still in the inbox: the side is locked or limited.`] : []),
    ];
    toast.success(`${resolved} ${resolved === 1 ? "item" : "items"} ${DONE[action]}`, { description: note.join(" ") });
  }
  const [first] = wrong;
  if (first) {
    const title = wrong.length === 1 ? "1 item couldn’t be resolved" : `${wrong.length} items couldn’t be resolved`;
    toast.error(title, { description: first.problem });
  }
}
