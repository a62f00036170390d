import type { Metadata } from "next";
import { SecureTokensPage } from "@/components/access/secure-tokens-page";
import { NoAccess } from "@/components/ui/no-access";
import { requireContext } from "@/lib/access/current-context";
import { listSecureTokens } from "@/lib/access/secure-tokens";
import { env } from "@/lib/platform/config/env";
import { readSettings } from "../../buyers/read-settings";

export const metadata: Metadata = { title: "Secure tokens" };

export default async function SecureTokens() {
  const ctx = await requireContext("/settings/secure-tokens");
  const tokens = await readSettings(() => listSecureTokens(ctx));
  if (!tokens) return <NoAccess to="secure tokens" permission="keys: read" />;
  return (
    <SecureTokensPage
      tokens={tokens}
      access={ctx.actor.access}
      origin={env().NEXTAUTH_URL}
      timeZone={ctx.company.timeZone}
      now={ctx.now().getTime()}
    />
  );
}
