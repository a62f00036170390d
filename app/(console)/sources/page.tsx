import type { Metadata } from "next";
import { SettingsRefused } from "@/components/parties/settings-refused";
import { SourcesPage } from "@/components/sources/sources-page";
import { requireContext } from "@/lib/access/current-context";
import { listIntegrations } from "@/lib/inbound/read-integration";
import { readSettings } from "../buyers/read-settings";

export const metadata: Metadata = { title: "Sources" };

export default async function Sources() {
  const ctx = await requireContext("/sources");
  const read = await readSettings(() => listIntegrations(ctx));
  if (!read) return <SettingsRefused what="sources" />;
  return (
    <SourcesPage
      sources={read.integrations}
      makers={read.providers}
      access={ctx.actor.access}
      timeZone={ctx.company.timeZone}
    />
  );
}
