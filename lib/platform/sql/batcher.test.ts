import { describe, expect, test } from "vitest";
import { CommitUnknown, Unavailable } from "@/lib/base/errors";
import { Batcher } from "./batcher";

/** A run that the test completes. */
class Runs {
  readonly batches: (readonly number[])[] = [];
  private ends: { resolve: () => void; reject: (reason: Error) => void }[] = [];

  readonly run = async (items: readonly number[]): Promise<string[]> => {
    this.batches.push(items);
    await new Promise<void>((resolve, reject) => this.ends.push({ resolve, reject }));
    return items.map((item) => `answer ${item}`);
  };

  async finish(): Promise<void> {
    await expect.poll(() => this.ends.length, { interval: 1, timeout: 10_000 }).toBeGreaterThan(0);
    this.ends.shift()?.resolve();
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, position) => position + 1);
/** A run that fails for every batch with one of these items. */
const poisonedBy = (poison: readonly number[], batches: (readonly number[])[] = []) => {
  return async (items: readonly number[]) => {
    batches.push(items);
    if (items.some((item) => poison.includes(item))) throw new Error(`poisoned by ${items.length}`);
    return items.map((item) => item * 10);
  };
};

describe("requests that wait at the same time share one run", () => {
  test("simultaneous requests are one batch, and each gets its own answer", async () => {
    const runs = new Runs();
    const batcher = new Batcher(runs.run, 500);
    const answers = Promise.all(numbers(5).map((item) => batcher.add(item)));
    await runs.finish();
    expect(await answers).toEqual(numbers(5).map((item) => `answer ${item}`));
    expect(runs.batches).toEqual([numbers(5)]);
  });

  test("requests during a run form the next batch, in order", async () => {
    const runs = new Runs();
    const batcher = new Batcher(runs.run, 500);
    const first = batcher.add(1);
    await expect.poll(() => runs.batches.length, { timeout: 10_000 }).toBe(1);
    const others = Promise.all([2, 3, 4].map((item) => batcher.add(item)));
    await new Promise(setImmediate);
    expect(runs.batches).toEqual([[1]]);
    await runs.finish();
    await runs.finish();
    expect([await first, ...(await others)]).toEqual(numbers(4).map((item) => `answer ${item}`));
    expect(runs.batches).toEqual([[1], [2, 3, 4]]);
  });

  test("a batch never exceeds its limit, and each request is answered once", async () => {
    const batches: (readonly number[])[] = [];
    const batcher = new Batcher(poisonedBy([], batches), 4);
    const answers = await Promise.all(numbers(11).map((item) => batcher.add(item)));
    expect(answers).toEqual(numbers(11).map((item) => item * 10));
    expect(batches.map((batch) => batch.length)).toEqual([4, 4, 3]);
  });

  test("a request after all others are answered runs too", async () => {
    const batcher = new Batcher(poisonedBy([]), 4);
    expect(await batcher.add(1)).toBe(10);
    expect(await batcher.add(2)).toBe(20);
  });
});

describe("one failing request does not fail the others", () => {
  test("each is tried alone, in order, and only the failing one gets the error", async () => {
    const batches: (readonly number[])[] = [];
    const batcher = new Batcher(poisonedBy([3], batches), 500);
    const results = await Promise.allSettled(numbers(4).map((item) => batcher.add(item)));
    expect(results.map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual([
      ...[10, 20, "Error: poisoned by 1", 40],
    ]);
    expect(batches).toEqual([numbers(4), [1], [2], [3], [4]]);
  });

  test("a request that fails alone is not retried", async () => {
    const batches: (readonly number[])[] = [];
    const batcher = new Batcher(poisonedBy([1], batches), 500);
    await expect(batcher.add(1)).rejects.toThrow("poisoned by 1");
    expect(batches).toEqual([[1]]);
  });

  test("requests after a failure are answered", async () => {
    const batcher = new Batcher(poisonedBy([1, 2]), 500);
    await Promise.allSettled([batcher.add(1), batcher.add(2)]);
    expect(await batcher.add(3)).toBe(30);
  });

  test("also if the run throws synchronously", async () => {
    const batcher = new Batcher<number, number>(() => {
      throw new Error("at once");
    }, 500);
    const results = await Promise.allSettled([batcher.add(1), batcher.add(2)]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});

describe("failures that no request caused", () => {
  /** Fails with these errors one after the other, then succeeds. */
  const failingOf = (failures: Error[], batches: (readonly number[])[] = []) => {
    return async (items: readonly number[]) => {
      batches.push(items);
      const failure = failures.shift();
      if (failure) throw failure;
      return items.map((item) => item * 10);
    };
  };
  const deadlock = () => Object.assign(new Error("deadlock detected"), { code: "40P01" });
  const unavailable = () => new Unavailable(new Error("refused"));
  const unknown = () => new CommitUnknown(new Error("terminated"));
  const settle = (run: (items: readonly number[]) => Promise<number[]>) => {
    const batcher = new Batcher(run, 500);
    return Promise.allSettled(numbers(3).map((item) => batcher.add(item)));
  };
  const reasons = (results: PromiseSettledResult<number>[]) =>
    results.map((one) => (one.status === "rejected" ? one.reason.constructor : one.value));

  test.each([
    ["a deadlock", deadlock],
    ["a connection that broke", unavailable],
  ])("of %s: the batch was rolled back, and runs once more as a whole", async (_, failure) => {
    const batches: (readonly number[])[] = [];
    expect(reasons(await settle(failingOf([failure()], batches)))).toEqual([10, 20, 30]);
    expect(batches).toEqual([numbers(3), numbers(3)]);
  });

  test("if the database stays unreachable, the whole batch gets the error after one retry", async () => {
    const batches: (readonly number[])[] = [];
    expect(reasons(await settle(failingOf([unavailable(), unavailable()], batches)))).toEqual(
      Array(3).fill(Unavailable),
    );
    expect(batches).toEqual([numbers(3), numbers(3)]);
  });

  test("if the commit is unknown, nothing runs again, and the whole batch gets the error", async () => {
    const batches: (readonly number[])[] = [];
    expect(reasons(await settle(failingOf([unknown()], batches)))).toEqual(Array(3).fill(CommitUnknown));
    expect(batches).toEqual([numbers(3)]);
  });

  test("if it is unknown for one retried request, only that one gets it; the others were not saved", async () => {
    const batches: (readonly number[])[] = [];
    const failures = [new Error("poisoned"), new Error("poisoned"), unknown()];
    expect(reasons(await settle(failingOf(failures, batches)))).toEqual([Error, CommitUnknown, Unavailable]);
    expect(batches).toEqual([numbers(3), [1], [2]]);
  });
});
