import type { Metadata } from "next";
import { IntegrationsPage } from "@/components/inbound/integration/integrations-page";
import { SettingsRefused } from "@/components/party/settings-refused";
import { requireContext } from "@/lib/access/current-context";
import { listIntegrations } from "@/lib/inbound/read-integration";
import { readSettings } from "../buyers/read-settings";

export const metadata: Metadata = { title: "Sources" };

export default async function Sources() {
  const ctx = await requireContext("/sources");
  const read = await readSettings(() => listIntegrations(ctx));
  if (!read) return <SettingsRefused what="sources" />;
  return <IntegrationsPage {...read} access={ctx.actor.access} timeZone={ctx.company.timeZone} />;
}
