import { CommitUnknown, Unavailable } from "@/lib/base/errors";
import { joiningNone } from "./one-transaction";
import { isConflict } from "./reachable";

/** Runs a batch and returns answers in its order; an error concerns the whole batch. */
export type RunBatch<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>;

type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Lets waiting requests share one run: while one is running the others queue, and the next run takes them all.
 *
 * A batch that was rolled back for a reason outside its requests runs once more as a whole. After any other failure the
 * requests run one by one, so that one does not fail the others. If the commit is unknown, nothing runs again.
 */
export class Batcher<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private running = false;

  constructor(
    private readonly run: RunBatch<Item, Answer>,
    private readonly atMost: number,
  ) {}

  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.running) void joiningNone(() => this.drain());
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    // Wait one tick so that concurrent requests join this batch.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) await this.answer(this.waiting.splice(0, this.atMost));
    this.running = false;
  }

  /** Answers every item of the batch; returns the error of the last run, or null. */
  private async answer(batch: readonly Waiting<Item, Answer>[]): Promise<unknown> {
    let failure = await this.runOnce(batch);
    if (failure instanceof Unavailable || isConflict(failure)) failure = await this.runOnce(batch);
    if (failure === null) return null;
    if (batch.length === 1 || isOutOfReach(failure)) rejectAll(batch, failure);
    else await this.answerOneByOne(batch);
    return failure;
  }

  /** If the database is unreachable for one item, the remaining items fail at once instead of waiting in turn. */
  private async answerOneByOne(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    for (const [position, one] of batch.entries()) {
      const failure = await this.answer([one]);
      if (isOutOfReach(failure)) return rejectAll(batch.slice(position + 1), new Unavailable(failure));
    }
  }

  /** Returns null, or the error; in that case no item was answered. */
  private async runOnce(batch: readonly Waiting<Item, Answer>[]): Promise<unknown> {
    try {
      const answers = await this.run(batch.map(({ item }) => item));
      for (const [position, { resolve }] of batch.entries()) resolve(answers[position] as Answer);
      return null;
    } catch (reason) {
      return reason ?? new Error("A run failed without an error.");
    }
  }
}

function isOutOfReach(failure: unknown): boolean {
  return failure instanceof Unavailable || failure instanceof CommitUnknown;
}

function rejectAll(waiting: readonly Waiting<unknown, never>[], reason: unknown): void {
  for (const { reject } of waiting) reject(reason);
}
