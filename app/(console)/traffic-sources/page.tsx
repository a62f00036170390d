import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type PartiesParameters, partiesAddress, readPartiesView } from "@/components/party/parties-address";
import { PartiesPage } from "@/components/party/parties-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { Invalid } from "@/lib/base/errors";
import { listParties } from "@/lib/party/list-parties";
import { readBooks } from "../billing/read-books";

export const metadata: Metadata = { title: "Traffic sources" };

const SOURCES_A_PAGE = 50;

export default async function TrafficSources({ searchParams }: { searchParams: PartiesParameters }) {
  const view = await readPartiesView(searchParams);
  const { search: q, ...rest } = view;
  const ctx = await requireContext(partiesAddress("traffic_source", view));
  const { value, needs } = await readBooks(async () =>
    listParties(ctx, "traffic_source", { ...rest, q, per_page: SOURCES_A_PAGE }),
  ).catch((reason: unknown) => {
    // An invalid cursor shows the first page.
    if (reason instanceof Invalid && view.cursor) {
      redirect(partiesAddress("traffic_source", { ...view, cursor: undefined }));
    }
    throw reason;
  });
  if (!value) return <NoAccess to="Traffic sources" permission={needs} />;
  return (
    <PartiesPage
      kind="traffic_source"
      view={view}
      parties={value.parties.map(({ id, name, archived_at: archivedAt }) => ({ id, name, archivedAt }))}
      nextCursor={value.next_cursor}
      access={ctx.actor.access}
      currency={ctx.company.currency}
    />
  );
}
