import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { authorize } from "./authorize";

declare module "next-auth" {
  interface Session {
    user: { id: string; name?: string | null };
  }
}

const TWELVE_HOURS = 12 * 60 * 60;

/** next-auth with e-mail and password. The signed cookie holds the member's id only. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: TWELVE_HOURS },
  callbacks: {
    session: ({ session, token }) => ({ ...session, user: { id: token.sub ?? "", name: token.name ?? null } }),
  },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      name: "Callmark",
      credentials: { email: { label: "Email", type: "email" }, password: { label: "Password", type: "password" } },
      authorize: (credentials) => authorize(credentials),
    }),
  ],
};
