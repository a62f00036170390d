import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type OwnersParameters, ownersAddress, readOwnersAddress } from "@/components/parties/owners-address";
import { OwnersPage } from "@/components/parties/owners-page";
import { SettingsRefused } from "@/components/parties/settings-refused";
import { requireContext } from "@/lib/auth/current-context";
import { may } from "@/lib/domain/access/access";
import { Invalid } from "@/lib/domain/errors";
import { listOffers } from "@/lib/services/settings/list-owners";

export const metadata: Metadata = { title: "Offers" };

export default async function OffersPage({ searchParams }: { searchParams: OwnersParameters }) {
  const address = await readOwnersAddress(searchParams);
  const ctx = await requireContext(ownersAddress("offer", address));
  const { access } = ctx.actor;
  if (!may(access, "read", "settings")) return <SettingsRefused what="offers" />;
  const page = await listOffers(ctx, address).catch((reason: unknown) => {
    // A cursor that somebody mistyped or cut off leads to the first page.
    if (reason instanceof Invalid && address.cursor !== undefined) {
      redirect(ownersAddress("offer", { search: address.search }));
    }
    throw reason;
  });
  return (
    <OwnersPage
      kind="offer"
      address={address}
      owners={page.owners}
      nextCursor={page.nextCursor}
      mayCreate={may(access, "update", "settings")}
      currency={ctx.company.currency}
    />
  );
}
