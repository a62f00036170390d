import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SettingsRefused } from "@/components/parties/settings-refused";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { settingsQuery } from "@/lib/api-client/conversion-settings";
import { requireContext } from "@/lib/auth/current-context";
import { may } from "@/lib/domain/access/access";
import { NotFound } from "@/lib/domain/errors";
import { findOffers } from "@/lib/services/company/find-parties";
import { getBuyerSettings } from "@/lib/services/settings/get-settings";

type BuyerPageProps = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Buyer" };

const NAMES = 1000;

export default async function BuyerPage({ params }: BuyerPageProps) {
  const { id } = await params;
  const ctx = await requireContext(`/buyers/${encodeURIComponent(id)}`);
  const { access } = ctx.actor;
  if (!may(access, "read", "settings")) return <SettingsRefused what="the settings of a buyer" />;
  if (!/^[1-9][0-9]{0,15}$/.test(id)) notFound();
  const owner = { kind: "buyer", id: Number(id) } as const;
  const answer = await getBuyerSettings(ctx, owner.id).catch((reason: unknown) => {
    if (reason instanceof NotFound) notFound();
    throw reason;
  });
  const isPricedByOffer = answer.prices.some(({ offer_id }) => offer_id !== null);
  const offers = isPricedByOffer && may(access, "read", "calls") ? await findOffers(ctx, { per_page: NAMES }) : [];
  const queryClient = new QueryClient();
  queryClient.setQueryData(settingsQuery(owner).queryKey, answer);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SettingsScreen
        key={owner.id}
        owner={owner}
        mayEdit={may(access, "update", "settings")}
        timeZone={ctx.company.timeZone}
        pricedBy={offers}
      />
    </HydrationBoundary>
  );
}
