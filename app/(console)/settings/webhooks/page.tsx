import type { Metadata } from "next";
import { WebhooksPage } from "@/components/outbound/webhooks-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { listWebhookEndpoints } from "@/lib/outbound/read-endpoints";
import { readSettings } from "../../buyers/read-settings";

export const metadata: Metadata = { title: "Webhooks" };

export default async function Webhooks() {
  const ctx = await requireContext("/settings/webhooks");
  const endpoints = await readSettings(() => listWebhookEndpoints(ctx));
  if (!endpoints) return <NoAccess to="webhooks" permission="settings: read" />;
  return <WebhooksPage endpoints={endpoints} access={ctx.actor.access} />;
}
