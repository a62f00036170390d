import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingsRefused } from "@/components/parties/settings-refused";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { settingsQuery } from "@/lib/api-client/conversion-settings";
import { requireContext } from "@/lib/auth/current-context";
import { findTrafficSources } from "@/lib/services/company/find-parties";
import { getOfferSettings } from "@/lib/services/settings/get-settings";
import { readSettings } from "../../buyers/read-settings";

type OfferPageProps = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Offer" };

const NAMES = 1000;

export default async function OfferPage({ params }: OfferPageProps) {
  const { id } = await params;
  const ctx = await requireContext(`/offers/${encodeURIComponent(id)}`);
  if (!/^[1-9][0-9]{0,15}$/.test(id)) notFound();
  const owner = { kind: "offer", id: Number(id) } as const;
  const answer = await readSettings(async () => getOfferSettings(ctx, owner.id));
  if (!answer) return <SettingsRefused what="the settings of an offer" />;
  const isPaidBySource = answer.payouts.some(({ traffic_source_id }) => traffic_source_id !== null);
  const sources = isPaidBySource ? await readSettings(async () => findTrafficSources(ctx, { per_page: NAMES })) : null;
  const queryClient = new QueryClient();
  queryClient.setQueryData(settingsQuery(owner).queryKey, answer);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SettingsScreen
        key={owner.id}
        owner={owner}
        access={ctx.actor.access}
        timeZone={ctx.company.timeZone}
        pricedBy={sources ?? []}
      />
    </HydrationBoundary>
  );
}
