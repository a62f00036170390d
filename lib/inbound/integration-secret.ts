import { createSecret } from "@/lib/access/create-secret";
import { Invalid } from "@/lib/base/errors";
import { PROVIDERS } from "@/lib/inbound/provider/providers";
import type { IntegrationProvider } from "./contract/integration";

/** The secret that the provider issued, or a generated one that is shown once. Throws `Invalid`. */
export function integrationSecret(
  provider: IntegrationProvider,
  pasted: string | undefined,
): { readonly secret: string; readonly shown: string | null } {
  const { issuesSecret, secretLabel, label } = PROVIDERS[provider];
  if (!issuesSecret) {
    if (pasted !== undefined) throw new Invalid({ secret: `${label} takes a secret that is made here. Leave it out.` });
    const secret = createSecret();
    return { secret, shown: secret };
  }
  const secret = pasted?.trim();
  if (!secret) throw new Invalid({ secret: `Paste ${label}'s ${secretLabel.toLowerCase()}.` });
  return { secret, shown: null };
}
