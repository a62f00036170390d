import { RateLimiterMemory } from "rate-limiter-flexible";
import { CLIENT_ADDRESS, networkOf } from "@/lib/platform/config/client-address";
import { env } from "@/lib/platform/config/env";
import { TooManyRequests } from "./too-many-requests";

const A_MINUTE = 60;
const FAILURES_A_MINUTE = 60;

type Counters = { readonly requests: RateLimiterMemory; readonly failures: RateLimiterMemory };

const counter = (keyPrefix: string) =>
  new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: A_MINUTE, keyPrefix });

// Next.js bundles some routes apart, and all of them count together.
const shared = globalThis as { callmarkRateLimits?: Counters };
shared.callmarkRateLimits ??= { requests: counter("requests"), failures: counter("failures") };
const { requests, failures } = shared.callmarkRateLimits;

/** Counts a request of a credential, in this process. Throws 429 where it has had as many in this minute as it may. */
export async function countRequest(credential: string, atMostAMinute: number): Promise<void> {
  await count(requests, credential, atMostAMinute, `There are at most ${atMostAMinute} requests a minute here.`);
}

/**
 * Counts a request that had no valid credential, by the address it came from. Whoever has a valid one is let in from
 * there all the same: a neighbour's broken program must not shut it out.
 */
export async function countFailure(headers: Headers): Promise<void> {
  const address = headers.get(CLIENT_ADDRESS);
  if (address === null) return;
  await count(
    failures,
    networkOf(address),
    FAILURES_A_MINUTE,
    "There were too many requests without a valid credential.",
  );
}

async function count(counter: RateLimiterMemory, key: string, atMost: number, sentence: string): Promise<void> {
  const times = env().RATE_LIMITS;
  if (times === "off") return;
  const { consumedPoints, msBeforeNext } = await counter.consume(key);
  if (consumedPoints > atMost * times) throw new TooManyRequests(Math.max(1, Math.ceil(msBeforeNext / 1000)), sentence);
}
