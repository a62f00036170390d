import NextAuth from "next-auth";
import { authOptions } from "@/lib/access/auth-options";
import { limited } from "@/lib/access/limited-body";
import { withRetryAfter } from "@/lib/access/with-retry-after";

const handler = NextAuth(authOptions);
type Handled = Parameters<typeof handler>;

export { handler as GET };
export const POST = (request: Request, context: Handled[1]) =>
  limited(request, async (small) => withRetryAfter(await handler(small, context)));
