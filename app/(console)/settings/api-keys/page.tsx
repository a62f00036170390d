import type { Metadata } from "next";
import { ApiKeysPage } from "@/components/access/api-keys-page";
import { NoAccess } from "@/components/ui/no-access";
import { listApiKeys } from "@/lib/access/api-keys";
import { requireContext } from "@/lib/access/current-context";
import { env } from "@/lib/platform/config/env";
import { readSettings } from "../../buyers/read-settings";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeys() {
  const ctx = await requireContext("/settings/api-keys");
  const keys = await readSettings(() => listApiKeys(ctx));
  if (!keys) return <NoAccess to="API keys" permission="keys: read" />;
  return (
    <ApiKeysPage
      keys={keys}
      access={ctx.actor.access}
      origin={env().NEXTAUTH_URL}
      timeZone={ctx.company.timeZone}
      now={ctx.now().getTime()}
    />
  );
}
