import type { Metadata } from "next";
import { ApiKeysPage } from "@/components/access/api-keys-page";
import { NoAccess } from "@/components/ui/no-access";
import { listApiKeys } from "@/lib/access/api-keys";
import { requireContext } from "@/lib/access/current-context";
import { may } from "@/lib/access/domain/access";
import { rolesWithin } from "@/lib/access/domain/roles";
import { env } from "@/lib/platform/config/env";
import { readSettings } from "../../buyers/read-settings";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeys() {
  const ctx = await requireContext("/settings/api-keys");
  const keys = await readSettings(() => listApiKeys(ctx));
  if (!keys) return <NoAccess to="API keys" permission="keys: read" />;
  const { access } = ctx.actor;
  return (
    <ApiKeysPage
      keys={keys}
      roles={may(access, "update", "keys") ? rolesWithin(access) : []}
      origin={env().NEXTAUTH_URL}
      timeZone={ctx.company.timeZone}
      now={ctx.now().getTime()}
    />
  );
}
