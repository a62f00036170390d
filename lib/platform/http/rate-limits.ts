import { CLIENT_ADDRESS, networkOf } from "@/lib/platform/config/client-address";
import { systemClock } from "@/lib/platform/config/clock";
import { env } from "@/lib/platform/config/env";
import { countRequests } from "./shared-counts";
import { TooManyRequests } from "./too-many-requests";

const FAILURES_A_MINUTE = 60;
const MINUTE_MS = 60_000;

/** Counts a request of a credential. Throws 429 when the credential exceeds its limit per minute, over all servers. */
export function countRequest(credential: string, atMostAMinute: number): Promise<void> {
  return count(`request ${credential}`, atMostAMinute, `The limit is ${atMostAMinute} requests per minute.`);
}

/**
 * Counts a request without a valid credential, by network. Requests with a valid credential are not affected, so a
 * faulty program does not lock out others on its network.
 */
export async function countFailure(headers: Headers): Promise<void> {
  const address = headers.get(CLIENT_ADDRESS);
  if (address === null) return;
  const sentence = "Too many requests without a valid credential.";
  await count(`failure ${networkOf(address)}`, FAILURES_A_MINUTE, sentence);
}

async function count(key: string, atMost: number, sentence: string): Promise<void> {
  const times = env().RATE_LIMITS;
  if (times === "off") return;
  const now = systemClock().getTime();
  const minute = Math.floor(now / MINUTE_MS);
  if ((await countRequests(minute, key)) <= atMost * times) return;
  throw new TooManyRequests(Math.max(1, Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000)), sentence);
}
