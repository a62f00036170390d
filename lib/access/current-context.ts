import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { systemClock } from "@/lib/platform/config/clock";
import { authOptions } from "./auth-options";
import { type MemberContext, memberContext } from "./authenticate";

/** The signed-in member, or null. Looked up once per request. */
export const findContext = cache(async (): Promise<MemberContext | null> => {
  const session = await getServerSession(authOptions);
  const memberId = Number(session?.user?.id);
  return Number.isSafeInteger(memberId) ? memberContext(memberId, systemClock) : null;
});

/** For pages: the signed-in member. Others are redirected to sign in and back to `wanted`. */
export async function requireContext(wanted = "/calls"): Promise<MemberContext> {
  const context = await findContext();
  if (context) return context;
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(wanted)}`);
}
