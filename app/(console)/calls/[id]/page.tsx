import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CallDetail } from "@/components/call-detail/call-detail";
import { billingQuery } from "@/lib/api-client/billing";
import { callQuery } from "@/lib/api-client/calls";
import { changesQuery } from "@/lib/api-client/changes";
import { requireContext } from "@/lib/auth/current-context";
import { NotFound } from "@/lib/domain/errors";
import { callRef } from "@/lib/services/call/call-ref";
import { findNeighbours } from "@/lib/services/call/find-neighbours";
import { getBilling } from "@/lib/services/call/get-billing";
import { getCall } from "@/lib/services/call/get-call";
import { listChanges } from "@/lib/services/call/list-changes";
import type { Context } from "@/lib/services/context";

type CallPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: CallPageProps): Promise<Metadata> {
  const { id } = await params;
  return { title: `Call ${id}` };
}

export default async function CallPage({ params }: CallPageProps) {
  const { id } = await params;
  const ctx = await requireContext(`/calls/${encodeURIComponent(id)}`);
  const { callId, neighbours, queryClient } = await readCall(ctx, id);
  const { decimals, timeZone } = ctx.company;
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CallDetail
        key={callId}
        callId={callId}
        neighbours={neighbours}
        access={ctx.actor.access}
        company={{ decimals, timeZone }}
      />
    </HydrationBoundary>
  );
}

async function readCall(ctx: Context, id: string) {
  const ref = await found(async () => callRef(id));
  // A call has one address: by its number.
  if ("uuid" in ref) redirect(`/calls/${(await found(() => getCall(ctx, ref))).id}`);
  const [call, changes, billing, neighbours] = await found(() =>
    Promise.all([getCall(ctx, ref), listChanges(ctx, ref), getBilling(ctx, ref), findNeighbours(ctx, ref.id)]),
  );
  const queryClient = new QueryClient();
  queryClient.setQueryData(callQuery(call.id).queryKey, call);
  queryClient.setQueryData(changesQuery(call.id).queryKey, changes);
  queryClient.setQueryData(billingQuery(call.id).queryKey, billing);
  return { callId: call.id, neighbours, queryClient };
}

async function found<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (reason) {
    if (reason instanceof NotFound) notFound();
    throw reason;
  }
}
