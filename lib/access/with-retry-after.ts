import { z } from "zod";
import { retryAfterOf } from "@/lib/access/contract/sign-in";

/** next-auth reports a rejected sign-in to the page as a URL with the code. */
const Refusal = z.object({ url: z.url() });

/** next-auth always answers 401. A sign-in within the waiting time gets 429 and the seconds to wait. */
export async function withRetryAfter(answer: Response): Promise<Response> {
  if (answer.status !== 401) return answer;
  const { data } = Refusal.safeParse(
    await answer
      .clone()
      .json()
      .catch(() => null),
  );
  const seconds = data && retryAfterOf(new URL(data.url).searchParams.get("error") ?? "");
  if (!seconds) return answer;
  const headers = new Headers(answer.headers);
  headers.set("Retry-After", String(seconds));
  return new Response(answer.body, { status: 429, headers });
}
