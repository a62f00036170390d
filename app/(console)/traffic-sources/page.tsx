import type { Metadata } from "next";
import { TrafficSourcesPage } from "@/components/party/traffic-sources-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { findTrafficSources } from "@/lib/party/find-parties";
import { readBooks } from "../billing/read-books";

export const metadata: Metadata = { title: "Traffic sources" };

const SHOWN = 100;
const LONGEST_SEARCH = 100;

type Parameters = Promise<{ q?: string | string[] }>;

export default async function TrafficSources({ searchParams }: { searchParams: Parameters }) {
  const { q } = await searchParams;
  const search = ([q].flat()[0] ?? "").replaceAll("\0", "").trim().slice(0, LONGEST_SEARCH);
  const ctx = await requireContext(`/traffic-sources${search ? `?${new URLSearchParams({ q: search })}` : ""}`);
  const { value: sources, needs } = await readBooks(async () =>
    findTrafficSources(ctx, { q: search, per_page: SHOWN + 1 }),
  );
  if (!sources) return <NoAccess to="Traffic sources" permission={needs} />;
  return (
    <TrafficSourcesPage
      search={search}
      sources={sources.slice(0, SHOWN)}
      more={sources.length > SHOWN}
      access={ctx.actor.access}
    />
  );
}
