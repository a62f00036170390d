import { CommitUnknown, Unavailable } from "@/lib/base/errors";
import { isConflict } from "./reachable";

/** Runs a batch and answers in its order; a rejection concerns the whole batch. */
export type RunBatch<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>;

type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Lets requests that wait at the same moment share one run: while one is under way the others queue, and the next run
 * takes all of them.
 *
 * What fails for a reason that lies in nobody's request, and was rolled back, is run once more as a whole. What fails
 * otherwise is tried one by one, so that nobody pays for a neighbour. Where it is not known whether a run was committed,
 * nothing is tried again.
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
      if (!this.running) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    // Wait one tick so that concurrent requests join this batch.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) await this.answer(this.waiting.splice(0, this.atMost));
    this.running = false;
  }

  /** Answers everybody in the batch; returns what the last run failed of. */
  private async answer(batch: readonly Waiting<Item, Answer>[]): Promise<unknown> {
    let failure = await this.runOnce(batch);
    if (failure instanceof Unavailable || isConflict(failure)) failure = await this.runOnce(batch);
    if (failure === null) return null;
    if (batch.length === 1 || isOutOfReach(failure)) rejectAll(batch, failure);
    else await this.answerOneByOne(batch);
    return failure;
  }

  /** Once one finds the database out of reach the rest are told so too, or they would wait for it one after the other. */
  private async answerOneByOne(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    for (const [position, one] of batch.entries()) {
      const failure = await this.answer([one]);
      if (isOutOfReach(failure)) return rejectAll(batch.slice(position + 1), new Unavailable(failure));
    }
  }

  /** Null, or what it failed of: nobody has been answered then. */
  private async runOnce(batch: readonly Waiting<Item, Answer>[]): Promise<unknown> {
    try {
      const answers = await this.run(batch.map(({ item }) => item));
      for (const [position, { resolve }] of batch.entries()) resolve(answers[position] as Answer);
      return null;
    } catch (reason) {
      return reason ?? new Error("A run failed and did not say of what.");
    }
  }
}

function isOutOfReach(failure: unknown): boolean {
  return failure instanceof Unavailable || failure instanceof CommitUnknown;
}

function rejectAll(waiting: readonly Waiting<unknown, never>[], reason: unknown): void {
  for (const { reject } of waiting) reject(reason);
}
