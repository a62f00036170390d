import { DomainError } from "@/lib/base/errors";
import type { CompanyId } from "@/lib/base/ids";
import type { Batch } from "@/lib/conversion/batch";
import { inLocks } from "@/lib/conversion/convert";
import { Batcher } from "@/lib/platform/sql/batcher";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { keepUnsignedEvent } from "./keep-unsigned-event";
import { insertEvents, type NewEvent } from "./sql/insert-events";

/** What the log keeps of an event, before it is known what becomes of it. */
export type LoggedEvent = Omit<NewEvent, "status" | "outcome" | "problem" | "result">;

export type Concluded<Answer> = {
  readonly log: Pick<NewEvent, "status" | "outcome" | "problem" | "result">;
  readonly answer: Answer | DomainError;
};

/** How what arrives at one kind of endpoint is applied and answered. An event may have several parts. */
export type EndpointKind<Part, Result, Answer> = {
  readonly partsATransaction: number;
  /** All parts in one transaction, in their order; results stand in the same. */
  readonly apply: (tx: SqlTx, batch: Batch, parts: readonly Part[]) => Promise<readonly Result[]>;
  /** What became of an event, by all its parts. */
  readonly conclude: (batch: Batch, parts: readonly Part[], results: readonly Result[]) => Concluded<Answer>;
};

type Waiting<Part, Result> = {
  readonly batch: Batch;
  readonly part: Part;
  /** With the last part of an event, the whole of it: then it is concluded, and enters the log. */
  readonly last: {
    readonly event: LoggedEvent;
    readonly parts: readonly Part[];
    readonly earlier: readonly Result[];
  } | null;
};

type Applied<Result, Answer> = {
  readonly result: Result;
  readonly concluded: { readonly answer: Answer | DomainError; readonly eventId: number } | null;
};

/**
 * Applies what arrives at one kind of endpoint, and enters it in the log of events, in the transaction that all that wait
 * share, company by company.
 */
export class Receiver<Part, Result, Answer> {
  private readonly batchers = new Map<CompanyId, Batcher<Waiting<Part, Result>, Applied<Result, Answer>>>();

  constructor(private readonly kind: EndpointKind<Part, Result, Answer>) {}

  /** An event is in the log once, with its last part. Of a long one each part counts by itself. */
  async receive(
    batch: Batch,
    event: LoggedEvent,
    parts: readonly Part[],
  ): Promise<{ readonly answer: Answer | DomainError; readonly eventId: number }> {
    const batcher = this.batcherOf(batch.company.id);
    const earlier: Result[] = [];
    for (const [position, part] of parts.entries()) {
      const last = position === parts.length - 1 ? { event, parts, earlier } : null;
      const { result, concluded } = await batcher.add({ batch, part, last });
      if (concluded) return concluded;
      earlier.push(result);
    }
    throw new Error("An event has at least one part.");
  }

  private batcherOf(company: CompanyId) {
    const batcher =
      this.batchers.get(company) ??
      new Batcher<Waiting<Part, Result>, Applied<Result, Answer>>(
        (waiting) => this.applyTogether(waiting),
        this.kind.partsATransaction,
      );
    this.batchers.set(company, batcher);
    return batcher;
  }

  private async applyTogether(waiting: readonly Waiting<Part, Result>[]): Promise<Applied<Result, Answer>[]> {
    const [first] = waiting;
    if (!first) return [];
    const { apply, conclude } = this.kind;
    return inLocks(first.batch, async (tx) => {
      const results = await apply(
        tx,
        first.batch,
        waiting.map(({ part }) => part),
      );
      const concluded = waiting.map(({ batch, last }, place) => {
        const result = results[place] as Result;
        return last && { ...conclude(batch, last.parts, [...last.earlier, result]), event: last.event };
      });
      const events = concluded.flatMap((each) => (each ? [{ ...each.event, ...each.log }] : []));
      const ids = await insertEvents(tx, events);
      return concluded.map((each, place) => ({
        result: results[place] as Result,
        concluded: each && { answer: each.answer, eventId: ids.shift() ?? 0 },
      }));
    });
  }
}

/** Enters what nobody vouches for in the log, and rejects it. */
export async function rejectUnsigned(company: CompanyId, event: LoggedEvent, problem: string): Promise<never> {
  await keepUnsignedEvent(company, { ...event, status: 401, outcome: "refused", problem, result: [] });
  throw new DomainError("unauthenticated", `${problem} Nothing was saved.`);
}

/** The same for what nobody could read: its body is too large, or broke off. */
export async function rejectUnread(
  company: CompanyId,
  event: Omit<LoggedEvent, "signature" | "payload">,
  reason: DomainError,
): Promise<never> {
  const status = reason.code === "too_large" ? 413 : 422;
  const unread = { ...event, signature: "not_checked", payload: new Uint8Array() } as const;
  await keepUnsignedEvent(company, { ...unread, status, outcome: "refused", problem: reason.message, result: [] });
  throw reason;
}
