export type DeliveryState = "waiting" | "delivered" | "given_up";

/** A delivery that a dispatcher claimed. */
export type ClaimedDelivery = {
  readonly subject: string;
  readonly number: number;
  readonly eventId: string;
  readonly body: string;
  /** The number of the attempt that the claim allows. */
  readonly attempt: number;
  readonly failures: number;
  readonly giveUpAt: Date;
};

/** One post to an endpoint, and what came of it. */
export type Attempt = {
  readonly attemptedAt: Date;
  readonly milliseconds: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null without an answer. */
  readonly status: number | null;
  /** Why it failed; null for a success. */
  readonly problem: string | null;
  /** The beginning of the answer. */
  readonly answer: string;
};

export type Attempted = { readonly delivery: ClaimedDelivery; readonly attempt: Attempt };

/** What an attempt makes of its delivery. `nextAttemptAt` is also when the next one of its subject may be sent. */
export type Settled = Attempted & { readonly state: DeliveryState; readonly nextAttemptAt: Date };
