import { addRequests, forgetRequests, type Requests } from "@/lib/platform/sql/add-requests";

const EXCHANGE_EVERY_MS = 250;

type Count = {
  /** Requests to this server. */
  own: number;
  /** Of these, those that the other servers know of. */
  sent: number;
  /** Requests to the other servers, as of the last exchange. */
  elsewhere: number;
};

/** The counts of one minute. Dropped when the next begins, which bounds memory. */
class Minute {
  readonly counts = new Map<string, Count>();
  private exchanging: Promise<void> | null = null;

  constructor(readonly number: number) {}

  /** The requests so far, to all servers. Only the first of a key waits for what the others have counted. */
  async count(key: string): Promise<number> {
    const seen = this.counts.get(key);
    const count = seen ?? { own: 0, sent: 0, elsewhere: 0 };
    count.own += 1;
    if (seen) void this.exchangeAfter(EXCHANGE_EVERY_MS);
    else {
      this.counts.set(key, count);
      await this.exchange();
    }
    return count.own + count.elsewhere;
  }

  private exchangeAfter(milliseconds: number): Promise<void> {
    this.exchanging ??= new Promise((resolve) => {
      setTimeout(() => {
        this.exchanging = null;
        resolve(this.exchange());
      }, milliseconds).unref();
    });
    return this.exchanging;
  }

  /** Without a database every server counts on alone. */
  private async exchange(): Promise<void> {
    const unsent = this.takeUnsent();
    if (unsent.size === 0) return;
    try {
      for (const [key, total] of await addRequests(this.number, unsent)) this.learn(key, total);
    } catch {
      for (const [key, requests] of unsent) this.giveBack(key, requests);
    }
  }

  private takeUnsent(): Requests {
    const unsent = [...this.counts].filter(([, { own, sent }]) => own > sent);
    return new Map(
      unsent.map(([key, count]) => {
        const requests = count.own - count.sent;
        count.sent = count.own;
        return [key, requests];
      }),
    );
  }

  private learn(key: string, total: number): void {
    const count = this.counts.get(key);
    // Answers may overtake each other, and counts only grow.
    if (count) count.elsewhere = Math.max(count.elsewhere, total - count.sent);
  }

  private giveBack(key: string, requests: number): void {
    const count = this.counts.get(key);
    if (count) count.sent -= requests;
  }
}

// Next.js bundles some routes separately; all must share one count.
const shared = globalThis as { callmarkMinute?: Minute };

/**
 * Counts a request, and returns how many of its key came in this minute, a whole number of minutes since 1970. Servers tell each
 * other through the database four times a second, so together they let through a quarter of a second's requests more than one.
 */
export function countRequests(minute: number, key: string): Promise<number> {
  if (shared.callmarkMinute?.number !== minute) {
    shared.callmarkMinute = new Minute(minute);
    forgetRequests(minute - 1).catch(() => {});
  }
  return shared.callmarkMinute.count(key);
}
