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
  const { call, neighbours, queryClient } = await readCall(ctx, id);
  if (id !== String(call.id)) redirect(`/calls/${call.id}`);
  const { decimals, timeZone } = ctx.company;
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CallDetail
        key={call.id}
        callId={call.id}
        neighbours={neighbours}
        access={ctx.actor.access}
        company={{ decimals, timeZone }}
      />
    </HydrationBoundary>
  );
}

async function readCall(ctx: Context, id: string) {
  try {
    const call = await getCall(ctx, callRef(id));
    const [changes, billing, neighbours] = await Promise.all([
      listChanges(ctx, call),
      getBilling(ctx, call),
      findNeighbours(ctx, call.id),
    ]);
    const queryClient = new QueryClient();
    queryClient.setQueryData(callQuery(call.id).queryKey, call);
    queryClient.setQueryData(changesQuery(call.id).queryKey, changes);
    queryClient.setQueryData(billingQuery(call.id).queryKey, billing);
    return { call, neighbours, queryClient };
  } catch (reason) {
    if (reason instanceof NotFound) notFound();
    throw reason;
  }
}
