import { decode } from "next-auth/jwt";
import { env } from "@/lib/platform/config/env";
import type { ApiRequest } from "@/lib/platform/http/api-request";

const COOKIE = "next-auth.session-token";

/** The member of the request's session; null without a valid session. */
export async function sessionMember({ headers }: Pick<ApiRequest, "headers">): Promise<number | null> {
  const { NEXTAUTH_URL, NEXTAUTH_SECRET } = env();
  const token = cookieOf(headers.get("cookie"), NEXTAUTH_URL.startsWith("https:") ? `__Secure-${COOKIE}` : COOKIE);
  if (!token) return null;
  const claims = await decode({ token, secret: NEXTAUTH_SECRET }).catch(() => null);
  const member = Number(claims?.sub);
  return Number.isSafeInteger(member) ? member : null;
}

function cookieOf(header: string | null, name: string): string | undefined {
  const pairs = header?.split(";").map((pair) => pair.trim()) ?? [];
  return pairs.findLast((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
