import { CLIENT_ADDRESS, networkOf } from "@/lib/platform/config/client-address";
import { systemClock } from "@/lib/platform/config/clock";
import { env } from "@/lib/platform/config/env";
import { TooManyRequests } from "./too-many-requests";

const FAILURES_A_MINUTE = 60;
const MINUTE_MS = 60_000;

/** Requests counted within one minute of the clock. Counts are dropped each minute, which bounds memory. */
type Counted = { minute: number; readonly counts: Map<string, number> };

// Next.js bundles some routes separately; all must share one count.
const shared = globalThis as { callmarkRateLimits?: Counted };
shared.callmarkRateLimits ??= { minute: 0, counts: new Map() };
const counted = shared.callmarkRateLimits;

/** Counts a request of a credential in this process. Throws 429 when the credential exceeds its limit per minute. */
export function countRequest(credential: string, atMostAMinute: number): void {
  count(`request ${credential}`, atMostAMinute, `The limit is ${atMostAMinute} requests per minute.`);
}

/**
 * Counts a request without a valid credential, by network. Requests with a valid credential are not affected, so a
 * faulty program does not lock out others on its network.
 */
export function countFailure(headers: Headers): void {
  const address = headers.get(CLIENT_ADDRESS);
  if (address === null) return;
  const sentence = "Too many requests without a valid credential.";
  count(`failure ${networkOf(address)}`, FAILURES_A_MINUTE, sentence);
}

function count(key: string, atMost: number, sentence: string): void {
  const times = env().RATE_LIMITS;
  if (times === "off") return;
  const now = systemClock().getTime();
  const minute = Math.floor(now / MINUTE_MS);
  if (minute !== counted.minute) {
    counted.minute = minute;
    counted.counts.clear();
  }
  const seen = (counted.counts.get(key) ?? 0) + 1;
  counted.counts.set(key, seen);
  if (seen <= atMost * times) return;
  throw new TooManyRequests(Math.max(1, Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000)), sentence);
}
