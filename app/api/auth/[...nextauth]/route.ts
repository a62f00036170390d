import NextAuth from "next-auth";
import { authOptions } from "@/lib/access/auth-options";
import { withRetryAfter } from "@/lib/access/with-retry-after";

const handler = NextAuth(authOptions);

export { handler as GET };
export const POST = async (...given: Parameters<typeof handler>) => withRetryAfter(await handler(...given));
