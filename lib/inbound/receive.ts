import { DomainError } from "@/lib/base/errors";
import type { CompanyId } from "@/lib/base/ids";
import type { Batch } from "@/lib/conversion/batch";
import { inLocks } from "@/lib/conversion/convert";
import { STATUS } from "@/lib/platform/http/problem";
import { Batcher } from "@/lib/platform/sql/batcher";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { saveUnsignedEvent } from "./save-unsigned-event";
import { insertEvents, type NewEvent } from "./sql/insert-events";

/** An event for the log, before its result is known. */
export type LoggedEvent = Omit<NewEvent, "endpointId" | "actor" | "status" | "outcome" | "problem" | "result"> & {
  readonly endpointId: number;
};

export type Concluded<Answer> = {
  readonly log: Pick<NewEvent, "status" | "outcome" | "problem" | "result">;
  readonly answer: Answer | DomainError;
};

/** How parts of events at one kind of endpoint are applied and answered. */
export type EndpointKind<Part, Result, Answer> = {
  readonly partsATransaction: number;
  /** Applies all parts in order in one transaction; results have the same order. */
  readonly apply: (tx: SqlTx, batch: Batch, parts: readonly Part[]) => Promise<readonly Result[]>;
  /** The result of an event from the results of its parts. */
  readonly conclude: (batch: Batch, parts: readonly Part[], results: readonly Result[]) => Concluded<Answer>;
};

type Waiting<Part, Result> = {
  readonly batch: Batch;
  readonly part: Part;
  /** Set for the last part of an event, which concludes and logs it. */
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

/** Applies and logs events at one kind of endpoint, in a transaction shared by the waiting events of a company. */
export class Receiver<Part, Result, Answer> {
  private readonly batchers = new Map<CompanyId, Batcher<Waiting<Part, Result>, Applied<Result, Answer>>>();

  constructor(private readonly kind: EndpointKind<Part, Result, Answer>) {}

  /** Applies the parts of an event one by one; the last one logs the event. */
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
      const events = concluded.flatMap((conclusion) =>
        conclusion ? [{ ...conclusion.event, ...conclusion.log }] : [],
      );
      const ids = await insertEvents(tx, events);
      return concluded.map((conclusion, place) => ({
        result: results[place] as Result,
        concluded: conclusion && { answer: conclusion.answer, eventId: ids.shift() ?? 0 },
      }));
    });
  }
}

/** Logs and rejects an event without a valid signature. */
export async function rejectUnsigned(company: CompanyId, event: LoggedEvent, problem: string): Promise<never> {
  await saveUnsignedEvent(company, { ...event, status: 401, outcome: "refused", problem, result: [] });
  throw new DomainError("unauthenticated", `${problem} Nothing was saved.`);
}

/** Logs and rejects an event whose body is too large, too slow or incomplete. */
export async function rejectUnread(
  company: CompanyId,
  event: Omit<LoggedEvent, "signature" | "payload">,
  reason: DomainError,
): Promise<never> {
  const unread = { ...event, signature: "not_checked", payload: new Uint8Array() } as const;
  await saveUnsignedEvent(company, {
    ...unread,
    status: STATUS[reason.code],
    outcome: "refused",
    problem: reason.message,
    result: [],
  });
  throw reason;
}
