import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type OwnersParameters, ownersAddress, readOwnersAddress } from "@/components/party/owners-address";
import { OwnersPage } from "@/components/party/owners-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { listOffers } from "@/lib/settings/list-owners";
import { readSettings } from "../buyers/read-settings";

export const metadata: Metadata = { title: "Offers" };

export default async function OffersPage({ searchParams }: { searchParams: OwnersParameters }) {
  const address = await readOwnersAddress(searchParams);
  const ctx = await requireContext(ownersAddress("offer", address));
  const page = await readSettings(async () => listOffers(ctx, address)).catch((reason: unknown) => {
    // An invalid cursor shows the first page.
    if (reason instanceof Invalid && address.cursor !== undefined) {
      redirect(ownersAddress("offer", { search: address.search }));
    }
    throw reason;
  });
  if (!page) return <NoAccess to="Offers" permission="settings: read" />;
  const { access } = ctx.actor;
  return <OwnersPage kind="offer" address={address} {...page} access={access} currency={ctx.company.currency} />;
}
