import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type PartiesParameters, partiesAddress, readPartiesView } from "@/components/party/parties-address";
import { PartiesPage } from "@/components/party/parties-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { listOffers } from "@/lib/settings/list-owners";
import { readSettings } from "../buyers/read-settings";

export const metadata: Metadata = { title: "Offers" };

export default async function OffersPage({ searchParams }: { searchParams: PartiesParameters }) {
  const view = await readPartiesView(searchParams);
  const ctx = await requireContext(partiesAddress("offer", view));
  const page = await readSettings(async () => listOffers(ctx, view)).catch((reason: unknown) => {
    // An invalid cursor shows the first page.
    if (reason instanceof Invalid && view.cursor) redirect(partiesAddress("offer", { ...view, cursor: undefined }));
    throw reason;
  });
  if (!page) return <NoAccess to="offers" permission="settings: read" />;
  const { actor, company } = ctx;
  return <PartiesPage kind="offer" view={view} {...page} access={actor.access} currency={company.currency} />;
}
