import { credentialHash } from "./credential-hash";
import { countAttempts, forgiveAttempts } from "./sql/sign-in-attempts";

/** Who tries to sign in: a device of the member, or anybody from a network. */
export type Attempt = { readonly device: string } | { readonly account: string; readonly network: string | null };

const WINDOW_SECONDS = 15 * 60;
/** A whole office shares one network, so its limit is higher; guessing across many accounts must still be slow. */
const LIMITS = { device: 10, account: 10, network: 100, "reset-account": 5, "reset-network": 30 };

type Counter = { readonly key: string; readonly limit: number };

/**
 * Counts the attempt before the password is checked, so simultaneous attempts cannot exceed the limit. Returns the
 * seconds to wait after too many attempts, otherwise null. A known device has its own counter, so others cannot lock it
 * out.
 */
export function throttled(attempt: Attempt): Promise<number | null> {
  return secondsToWait(countersOf(attempt));
}

/** The same for requests of a link to set a new password, which have counters of their own. */
export function throttledReset(account: string, network: string | null): Promise<number | null> {
  const ofNetwork = network === null ? [] : [counter("reset-network", network)];
  return secondsToWait([counter("reset-account", account), ...ofNetwork]);
}

async function secondsToWait(counters: readonly Counter[]): Promise<number | null> {
  const limits = new Map(counters.map(({ key, limit }) => [key, limit]));
  const counted = await countAttempts([...limits.keys()], WINDOW_SECONDS);
  const over = counted.filter(({ key, count }) => count > (limits.get(key) ?? 0));
  return over.length === 0 ? null : Math.max(1, ...over.map(({ secondsLeft }) => secondsLeft));
}

/** Removes a successful sign-in from the counts. The network loses one attempt only: others there may be guessing. */
export async function forgive(attempt: Attempt): Promise<void> {
  const [own, ...shared] = countersOf(attempt);
  if (own)
    await forgiveAttempts(
      own.key,
      shared.map(({ key }) => key),
    );
}

/** The attempt's own counter comes first. Keys are hashes, so attempted e-mail addresses are not stored. */
function countersOf(attempt: Attempt): Counter[] {
  if ("device" in attempt) return [counter("device", attempt.device)];
  const { account, network } = attempt;
  return [counter("account", account), ...(network === null ? [] : [counter("network", network)])];
}

function counter(kind: keyof typeof LIMITS, of: string): Counter {
  const hash = Buffer.from(credentialHash(of)).toString("base64url");
  return { key: `${kind}:${hash}`, limit: LIMITS[kind] };
}
