import { decode } from "next-auth/jwt";
import { env } from "@/lib/platform/config/env";

const COOKIE = "next-auth.session-token";

/** The secret of the session in a `Cookie` header; null without one. Whether the session stands is in its row. */
export async function sessionSecretOf(cookieHeader: string | null): Promise<string | null> {
  const { NEXTAUTH_URL, NEXTAUTH_SECRET } = env();
  const token = cookieOf(cookieHeader, NEXTAUTH_URL.startsWith("https:") ? `__Secure-${COOKIE}` : COOKIE);
  if (!token) return null;
  const claims = await decode({ token, secret: NEXTAUTH_SECRET }).catch(() => null);
  return typeof claims?.session === "string" ? claims.session : null;
}

function cookieOf(header: string | null, name: string): string | undefined {
  const pairs = header?.split(";").map((pair) => pair.trim()) ?? [];
  return pairs.findLast((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
