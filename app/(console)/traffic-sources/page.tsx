import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type PartiesParameters, partiesAddress, readPartiesView } from "@/components/party/parties-address";
import { PartiesPage } from "@/components/party/parties-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { listTrafficSources } from "@/lib/settings/list-owners";
import { readBooks } from "../billing/read-books";

export const metadata: Metadata = { title: "Traffic sources" };

export default async function TrafficSources({ searchParams }: { searchParams: PartiesParameters }) {
  const view = await readPartiesView(searchParams);
  const ctx = await requireContext(partiesAddress("traffic_source", view));
  const { value: page, needs } = await readBooks(() => listTrafficSources(ctx, view)).catch((reason: unknown) => {
    // An invalid cursor shows the first page.
    if (reason instanceof Invalid && view.cursor) {
      redirect(partiesAddress("traffic_source", { ...view, cursor: undefined }));
    }
    throw reason;
  });
  if (!page) return <NoAccess to="traffic sources" permission={needs} />;
  const { actor, company } = ctx;
  return <PartiesPage kind="traffic_source" view={view} {...page} access={actor.access} currency={company.currency} />;
}
