import type { Clock } from "@/lib/platform/config/clock";
import type { Attempt, Attempted, ClaimedDelivery } from "./domain/delivery";
import { whyNoAnswer } from "./domain/why-no-answer";
import { post } from "./post";
import { signedHeaders } from "./sign-webhook";

/** Where to send, and the secrets that sign. */
export type OpenTarget = { readonly url: string; readonly secrets: readonly string[] };

/** Sends one delivery. Never throws: what went wrong is the problem of the attempt. */
export async function deliver(target: OpenTarget, delivery: ClaimedDelivery, now: Clock): Promise<Attempted> {
  const { url, secrets } = target;
  const { eventId: id, body } = delivery;
  const attemptedAt = now();
  const began = performance.now();
  const headers = {
    "content-type": "application/json",
    "user-agent": "Callmark",
    ...signedHeaders(secrets, { id, body }, attemptedAt),
  };
  const outcome = await post({ url, headers, body }).then(
    ({ status, text }) => ({ status, problem: problemOf(status), answer: text }),
    (reason: unknown) => ({ status: null, problem: whyNoAnswer(reason), answer: "" }),
  );
  const milliseconds = Math.round(performance.now() - began);
  const attempt: Attempt = { attemptedAt, milliseconds, url, headers, ...outcome };
  return { delivery, attempt };
}

function problemOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return `Answered ${status}, a redirect. Redirects aren't followed: enter the final URL.`;
  return `Answered ${status}.`;
}
