import type { Metadata } from "next";
import { IntegrationsPage } from "@/components/inbound/integration/integrations-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { listIntegrations } from "@/lib/inbound/read-integration";
import { readSettings } from "../buyers/read-settings";

export const metadata: Metadata = { title: "Integrations" };

export default async function Sources() {
  const ctx = await requireContext("/integrations");
  const read = await readSettings(() => listIntegrations(ctx));
  if (!read) return <NoAccess to="integrations" permission="settings: read" />;
  return (
    <IntegrationsPage
      integrations={read.integrations}
      providers={read.providers}
      access={ctx.actor.access}
      timeZone={ctx.company.timeZone}
    />
  );
}
