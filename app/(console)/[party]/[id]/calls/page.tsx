import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CallsList } from "@/components/call/list/calls-list";
import { CallsPages } from "@/components/call/list/calls-pages";
import { partyAddress } from "@/components/party/party-address";
import { EmptyState } from "@/components/ui/empty-state";
import { NoAccess } from "@/components/ui/no-access";
import { Invalid } from "@/lib/base/errors";
import { listCalls } from "@/lib/report/list-calls";
import { readBooks } from "../../../billing/read-books";
import { openParty, type PartyParams, readParty } from "../read-party";

type CallsOfPartyProps = { params: PartyParams; searchParams: Promise<{ cursor?: string | string[] }> };

export const metadata: Metadata = { title: "Calls" };

const FILTER = { buyer: "buyer_id", offer: "offer_id", traffic_source: "traffic_source_id" } as const;

export default async function CallsOfParty({ params, searchParams }: CallsOfPartyProps) {
  const { ctx, owner } = await openParty(params, { path: "/calls", kinds: ["buyer", "offer", "traffic_source"] });
  const cursor = [(await searchParams).cursor].flat()[0];
  const address = `${partyAddress(owner)}/calls`;
  const read = await readBooks(async () => {
    await readParty(owner.type, owner.id);
    return listCalls(ctx, { [FILTER[owner.type]]: owner.id, cursor });
  }).catch((reason: unknown) => {
    // An invalid cursor shows the newest calls.
    if (reason instanceof Invalid && cursor !== undefined) redirect(address);
    throw reason;
  });
  if (!read.value) return <NoAccess to="these calls" permission={read.needs} />;
  const { calls, next_cursor } = read.value;
  return (
    <>
      {calls.length === 0 ? (
        <EmptyState title={cursor === undefined ? "No calls yet" : "No older calls"} />
      ) : (
        <CallsList calls={calls} timeZone={ctx.company.timeZone} currency={ctx.company.currency} />
      )}
      <CallsPages
        newest={cursor === undefined ? null : address}
        older={next_cursor === null ? null : `${address}?${new URLSearchParams({ cursor: next_cursor })}`}
      />
    </>
  );
}
