import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { LoadingCalls } from "@/components/call/list/loading-calls";
import { isReason } from "@/components/conversion/reason-words";
import { type InboxAddress, inboxAddress } from "@/components/inbox/inbox-address";
import { Kbd } from "@/components/ui/kbd";
import { requireContext } from "@/lib/access/current-context";
import { InboxPageContent } from "./inbox-page-content";

export const metadata: Metadata = { title: "Inbox" };

type Parameter = string | string[] | undefined;
type InboxPageProps = { searchParams: Promise<{ reason?: Parameter; state?: Parameter; cursor?: Parameter }> };

export default async function InboxPage({ searchParams }: InboxPageProps) {
  const { reason, state, cursor } = await searchParams;
  const wanted = first(reason);
  const address: InboxAddress = {
    reason: isReason(wanted) ? wanted : undefined,
    state: first(state) === "resolved" ? "resolved" : "open",
    cursor: first(cursor),
  };
  const ctx = await requireContext(inboxAddress(address));
  if (wanted !== undefined && !isReason(wanted)) redirect(inboxAddress({ ...address, reason: undefined }));
  return (
    <>
      <div className="mb-4 flex flex-wrap items-baseline gap-x-4">
        <h1 className="font-semibold text-20">Inbox</h1>
        <p className="ml-auto hidden items-center gap-1 text-12 text-ink-muted lg:pointer-fine:flex">
          <Kbd>j</Kbd> <Kbd>k</Kbd> move, <Kbd>x</Kbd> selects
        </p>
      </div>
      <Suspense key={inboxAddress(address)} fallback={<LoadingCalls />}>
        <InboxPageContent ctx={ctx} address={address} />
      </Suspense>
    </>
  );
}

function first(value: Parameter): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
