import { env } from "@/lib/platform/config/env";

/** The URL at which the provider posts. It contains the key, so it is shown once. */
export function integrationUrl(provider: string, key: string): string {
  return `${new URL(env().NEXTAUTH_URL).origin}/api/v1/intake/${provider}/${key}`;
}
