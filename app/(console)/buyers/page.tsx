import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type PartiesParameters, partiesAddress, readPartiesView } from "@/components/party/parties-address";
import { PartiesPage } from "@/components/party/parties-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { listBuyers } from "@/lib/settings/list-owners";
import { readSettings } from "./read-settings";

export const metadata: Metadata = { title: "Buyers" };

export default async function BuyersPage({ searchParams }: { searchParams: PartiesParameters }) {
  const view = await readPartiesView(searchParams);
  const ctx = await requireContext(partiesAddress("buyer", view));
  const page = await readSettings(async () => listBuyers(ctx, view)).catch((reason: unknown) => {
    // An invalid cursor shows the first page.
    if (reason instanceof Invalid && view.cursor) redirect(partiesAddress("buyer", { ...view, cursor: undefined }));
    throw reason;
  });
  if (!page) return <NoAccess to="buyers" permission="settings: read" />;
  const { actor, company } = ctx;
  return <PartiesPage kind="buyer" view={view} {...page} access={actor.access} currency={company.currency} />;
}
