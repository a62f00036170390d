import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { systemClock } from "@/lib/platform/config/clock";
import { type SessionContext, sessionContext } from "./authenticate";
import { sessionSecretOf } from "./session-cookie";

/** Whoever signed in, or null. They may lack the second factor that their company asks for. Looked up once per request. */
export const findSession = cache(async (): Promise<SessionContext | null> => {
  const secret = await sessionSecretOf((await headers()).get("cookie"));
  return secret === null ? null : sessionContext(secret, systemClock);
});

/** For layouts: the signed-in member; null if nobody is, or if they lack the second factor that their company asks for. */
export async function findContext(): Promise<SessionContext | null> {
  const context = await findSession();
  return context?.session.lacksSecondFactor ? null : context;
}

/** For pages: the signed-in member. Others are redirected to sign in and back to `wanted`. */
export async function requireContext(wanted = "/calls"): Promise<SessionContext> {
  const context = await findSession();
  if (!context) redirect(`/sign-in?callbackUrl=${encodeURIComponent(wanted)}`);
  if (context.session.lacksSecondFactor && wanted !== SECURITY_PAGE) redirect(SECURITY_PAGE);
  return context;
}

/** Where a second factor is added. */
const SECURITY_PAGE = "/settings/security";
