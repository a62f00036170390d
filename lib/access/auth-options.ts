import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { systemClock } from "@/lib/platform/config/clock";
import { log } from "@/lib/platform/log/log";
import { sessionContext } from "./authenticate";
import { authorize, authorizePasskey } from "./authorize";
import { endSessionWith } from "./sessions";

declare module "next-auth" {
  interface User {
    /** The secret of the session that was started. */
    session: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    session?: string;
  }
}

/** A session ends earlier: its row says when. */
const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** next-auth with password or passkey. The encrypted cookie holds the secret of a session, whose row decides. */
export const authOptions: NextAuthOptions = {
  session: { strategy: "jwt", maxAge: THIRTY_DAYS },
  callbacks: {
    jwt: async ({ token, user }) => {
      if (user) return { sub: user.id, name: user.name ?? null, session: user.session };
      // next-auth renews the cookie here; that of an ended session is cleared instead.
      if (!token.session || !(await sessionContext(token.session, systemClock))) throw new Error("the session ended");
      return token;
    },
    session: ({ session, token }) => ({ ...session, user: { name: token.name ?? null } }),
  },
  events: { signOut: ({ token }) => (token?.session ? endSessionWith(token.session, systemClock) : Promise.resolve()) },
  logger: {
    error: (code) => {
      if (code !== "JWT_SESSION_ERROR") log().warn({ code }, "next-auth");
    },
    warn: () => {},
  },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      name: "Callmark",
      credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
      authorize: (credentials) => authorize(credentials),
    }),
    Credentials({
      id: "passkey",
      name: "Passkey",
      credentials: { response: { type: "text" } },
      authorize: (credentials) => authorizePasskey(credentials),
    }),
  ],
};
