import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { memberContext } from "@/lib/services/access/authenticate";
import type { Context } from "@/lib/services/context";
import { authOptions } from "./options";

export type MemberContext = Context & { readonly role: string };

/** The signed-in member, or null. */
export async function findContext(): Promise<MemberContext | null> {
  const session = await getServerSession(authOptions);
  const memberId = Number(session?.user?.id);
  return Number.isSafeInteger(memberId) ? memberContext(memberId) : null;
}

/** For pages: the signed-in member; everybody else is sent to sign in and comes back to where they wanted to go. */
export async function requireContext(wanted = "/calls"): Promise<MemberContext> {
  const context = await findContext();
  if (context) return context;
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(wanted)}`);
}
