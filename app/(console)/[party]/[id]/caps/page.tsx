import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { CapsPage } from "@/components/cap/caps-page";
import { NoAccess } from "@/components/ui/no-access";
import { capsQuery } from "@/lib/cap/client";
import { listCaps } from "@/lib/cap/list-caps";
import { readSettings } from "../../../buyers/read-settings";
import { openAccount, type PartyParams } from "../read-party";

export const metadata: Metadata = { title: "Caps" };

export default async function CapsOfParty({ params }: { params: PartyParams }) {
  const { ctx, owner } = await openAccount(params, "/caps");
  const side = owner.type === "buyer" ? "buyer" : "offer";
  const caps = await readSettings(() => listCaps(ctx, { side, id: owner.id }));
  if (!caps) return <NoAccess to="caps" permission="settings: read" />;
  const kind = owner.type === "buyer" ? "buyers" : "traffic-sources";
  const queryClient = new QueryClient();
  queryClient.setQueryData(capsQuery(kind, owner.id).queryKey, caps);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CapsPage kind={kind} partyId={owner.id} access={ctx.actor.access} timeZone={ctx.company.timeZone} />
    </HydrationBoundary>
  );
}
