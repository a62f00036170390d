import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { CallDetail } from "@/components/call/detail/call-detail";
import { requireContext } from "@/lib/access/current-context";
import { readCall } from "../read-call";

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
