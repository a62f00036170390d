import { env } from "@/lib/platform/config/env";

/** The address at which the buyer posts. Whoever knows it can try to post there, so the key in it is shown once. */
export function webhookUrl(key: string): string {
  return `${new URL(env().NEXTAUTH_URL).origin}/api/v1/hooks/buyers/${key}`;
}

/** As it may be shown afterwards. */
export const HIDDEN_KEY = "••••••••";
