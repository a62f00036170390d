import { QueryClient } from "@tanstack/react-query";
import { notFound, redirect } from "next/navigation";
import type { Context } from "@/lib/access/context";
import { Forbidden, NotFound } from "@/lib/base/errors";
import { callRef } from "@/lib/call/call-ref";
import { callQuery } from "@/lib/call/client/call";
import { changesQuery } from "@/lib/call/client/change";
import { transcriptQuery } from "@/lib/call/client/transcript";
import { findNeighbours } from "@/lib/call/find-neighbours";
import { getTranscript } from "@/lib/call/get-transcript";
import { listChanges } from "@/lib/call/list-changes";
import { getCall } from "@/lib/conversion/get-call";
import { evaluationsQuery } from "@/lib/evaluation/client";
import { billingQuery } from "@/lib/ledger/client";
import { getBilling } from "@/lib/report/get-billing";
import { listEvaluations } from "@/lib/report/list-evaluations";

/** All that a call page shows to the member of the context. Shows the not-found page if there is no such call. */
export async function readCall(ctx: Context, id: string) {
  const ref = await orNotFound(async () => callRef(id));
  // A UUID redirects to the one address of the call, by ID.
  if ("uuid" in ref) redirect(`/calls/${(await orNotFound(() => getCall(ctx, ref))).id}`);
  const [call, changes, billing, { sides, evaluations }, transcript, neighbours] = await orNotFound(() =>
    Promise.all([
      getCall(ctx, ref),
      listChanges(ctx, ref),
      getBilling(ctx, ref),
      listEvaluations(ctx, ref),
      permitted(() => getTranscript(ctx, ref)),
      findNeighbours(ctx, ref.id),
    ]),
  );
  const queryClient = new QueryClient();
  queryClient.setQueryData(callQuery(call.id).queryKey, call);
  queryClient.setQueryData(changesQuery(call.id).queryKey, changes);
  queryClient.setQueryData(billingQuery(call.id).queryKey, billing);
  queryClient.setQueryData(evaluationsQuery(call.id).queryKey, { sides, evaluations });
  if (transcript) queryClient.setQueryData(transcriptQuery(call.id).queryKey, transcript);
  return { callId: call.id, neighbours, queryClient };
}

async function orNotFound<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (reason) {
    if (reason instanceof NotFound) notFound();
    throw reason;
  }
}

/** Null when the role can't read it; the page shows the rest. */
async function permitted<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (reason) {
    if (reason instanceof Forbidden) return null;
    throw reason;
  }
}
