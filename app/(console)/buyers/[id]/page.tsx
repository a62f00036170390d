import type { Metadata } from "next";
import { findOffers } from "@/lib/party/find-parties";
import { getBuyerSettings } from "@/lib/settings/get-settings";
import { settingsPage } from "../settings-page";

export const metadata: Metadata = { title: "Buyer" };

export default function BuyerPage({ params }: { params: Promise<{ id: string }> }) {
  return settingsPage({
    kind: "buyer",
    params,
    read: getBuyerSettings,
    isPricedBy: ({ prices }) => prices.some(({ offer_id }) => offer_id !== null),
    find: findOffers,
  });
}
