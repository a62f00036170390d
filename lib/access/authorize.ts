import { z } from "zod";
import { text } from "@/lib/platform/contract/scalars";
import { log } from "@/lib/platform/log/log";
import { type SignIn, signIn } from "./sign-in";

const Given = z.object({ email: text(1, 254), password: z.string().min(1).max(200) });

/**
 * What next-auth asks: who signs in, or null. It shows the message of whatever is thrown to whoever asked, so nothing
 * but a code that is meant for them may be thrown from here.
 */
export async function authorize(credentials: unknown, check: typeof signIn = signIn) {
  const { data } = Given.safeParse(credentials);
  if (!data) return null;
  const outcome = await check(data.email, data.password).catch(unavailable);
  if (outcome.ok) return { id: String(outcome.member.id), name: outcome.member.name };
  if (outcome.reason === "too_many_attempts") throw new Error(outcome.reason);
  return null;
}

function unavailable(reason: unknown): Promise<SignIn> {
  log().error({ error: reason instanceof Error ? reason.name : String(reason) }, "sign-in failed");
  throw new Error("unavailable");
}
