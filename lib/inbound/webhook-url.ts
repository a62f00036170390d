import { env } from "@/lib/platform/config/env";

/** The URL at which the buyer posts. It contains the key, so it is shown once. */
export function webhookUrl(key: string): string {
  return `${new URL(env().NEXTAUTH_URL).origin}/api/v1/hooks/buyers/${key}`;
}

/** Shown in place of the key afterwards. */
export const HIDDEN_KEY = "••••••••";
