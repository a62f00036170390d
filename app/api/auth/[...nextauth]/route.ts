import NextAuth from "next-auth";
import { authOptions } from "@/lib/access/auth-options";
import { limited } from "@/lib/access/limited-body";
import { withRetryAfter } from "@/lib/access/with-retry-after";

const handler = NextAuth(authOptions);
type Handled = { readonly params: Promise<{ readonly nextauth: readonly string[] }> };

export { handler as GET };
export async function POST(request: Request, context: Handled): Promise<Response> {
  const { nextauth } = await context.params;
  // Here next-auth would write what anybody sends into the log.
  if (nextauth[0] === "_log") return new Response(null, { status: 204 });
  return limited(request, async (small) => withRetryAfter(await handler(small, context)));
}
