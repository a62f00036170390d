import type { Metadata } from "next";
import { findTrafficSources } from "@/lib/party/find-parties";
import { getOfferSettings } from "@/lib/settings/get-settings";
import { settingsPage } from "../../buyers/settings-page";

export const metadata: Metadata = { title: "Offer" };

export default function OfferPage({ params }: { params: Promise<{ id: string }> }) {
  return settingsPage({
    kind: "offer",
    params,
    read: getOfferSettings,
    isPricedBy: ({ payouts }) => payouts.some(({ traffic_source_id }) => traffic_source_id !== null),
    find: findTrafficSources,
  });
}
