import { env } from "@/lib/platform/config/env";

/** The address at which the provider posts. Whoever knows it can try to post there, so it is shown once. */
export function integrationUrl(provider: string, key: string): string {
  return `${new URL(env().NEXTAUTH_URL).origin}/api/v1/intake/${provider}/${key}`;
}
