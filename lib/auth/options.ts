import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { signIn } from "@/lib/services/access/sign-in";

declare module "next-auth" {
  interface Session {
    user: { id: string; name?: string | null };
  }
}

const Given = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) });
const TWELVE_HOURS = 12 * 60 * 60;

/** next-auth as it is used here: e-mail and password, the member's number in a signed cookie, nothing else. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: TWELVE_HOURS },
  callbacks: {
    session: ({ session, token }) => ({ ...session, user: { id: token.sub ?? "", name: token.name ?? null } }),
  },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      name: "Callmark",
      credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
      authorize: async (given) => {
        const { data } = Given.safeParse(given);
        if (!data) return null;
        const outcome = await signIn(data.email, data.password);
        if (outcome.ok) return { id: String(outcome.member.id), name: outcome.member.name };
        if (outcome.reason === "too_many_attempts") throw new Error(outcome.reason);
        return null;
      },
    }),
  ],
};
