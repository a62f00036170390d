import { Unavailable } from "@/lib/domain/errors";

/** Runs a batch and answers in its order; a rejection concerns the whole batch. */
export type RunBatch<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>;

type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Lets requests that wait at the same moment share one run: while one is under way the others queue, and the next run
 * takes all of them. A batch that fails is tried one by one, so that nobody pays for a neighbour; once one finds the
 * database out of reach the rest are told so too, or they would wait for it one after the other.
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
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.atMost);
      if (await this.together(batch)) continue;
      const left = [...batch];
      for (let one = left.shift(); one; one = left.shift()) {
        const reason = await this.alone(one);
        if (reason instanceof Unavailable) for (const { reject } of left.splice(0)) reject(reason);
      }
    }
    this.running = false;
  }

  /** Whether everybody in the batch has been answered. */
  private async together(batch: readonly Waiting<Item, Answer>[]): Promise<boolean> {
    try {
      const answers = await this.run(batch.map(({ item }) => item));
      for (const [position, { resolve }] of batch.entries()) resolve(answers[position] as Answer);
      return true;
    } catch (reason) {
      if (batch.length === 1) batch[0]?.reject(reason);
      return batch.length === 1;
    }
  }

  /** What it failed of, or null. */
  private async alone({ item, resolve, reject }: Waiting<Item, Answer>): Promise<unknown> {
    try {
      const [answer] = await this.run([item]);
      resolve(answer as Answer);
      return null;
    } catch (reason) {
      reject(reason);
      return reason;
    }
  }
}
