import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingsRefused } from "@/components/parties/settings-refused";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { settingsQuery } from "@/lib/api-client/conversion-settings";
import { requireContext } from "@/lib/auth/current-context";
import { findOffers } from "@/lib/services/company/find-parties";
import { getBuyerSettings } from "@/lib/services/settings/get-settings";
import { readSettings } from "../read-settings";

type BuyerPageProps = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Buyer" };

const NAMES = 1000;

export default async function BuyerPage({ params }: BuyerPageProps) {
  const { id } = await params;
  const ctx = await requireContext(`/buyers/${encodeURIComponent(id)}`);
  if (!/^[1-9][0-9]{0,15}$/.test(id)) notFound();
  const owner = { kind: "buyer", id: Number(id) } as const;
  const answer = await readSettings(async () => getBuyerSettings(ctx, owner.id));
  if (!answer) return <SettingsRefused what="the settings of a buyer" />;
  const isPricedByOffer = answer.prices.some(({ offer_id }) => offer_id !== null);
  const offers = isPricedByOffer ? await readSettings(async () => findOffers(ctx, { per_page: NAMES })) : null;
  const queryClient = new QueryClient();
  queryClient.setQueryData(settingsQuery(owner).queryKey, answer);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SettingsScreen
        key={owner.id}
        owner={owner}
        access={ctx.actor.access}
        timeZone={ctx.company.timeZone}
        pricedBy={offers ?? []}
      />
    </HydrationBoundary>
  );
}
