import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CapsPage } from "@/components/cap/caps-page";
import { partyAddress, partyOfAddress } from "@/components/ledger/party-address";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { capsQuery } from "@/lib/cap/client";
import { listCaps } from "@/lib/cap/list-caps";
import { readSettings } from "../../../../buyers/read-settings";

type CapsOfAccountProps = { params: Promise<{ party: string; id: string }> };

export const metadata: Metadata = { title: "Caps" };

export default async function CapsOfAccount({ params }: CapsOfAccountProps) {
  const { party, id } = await params;
  const owner = partyOfAddress(party, id);
  if (!owner) notFound();
  const ctx = await requireContext(`${partyAddress(owner)}/caps`);
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
