import type { Reply } from "./reply";

/** The companion's side: runs until whoever started it goes away, then undoes what has to be undone. */
export function answerOrders<Order, Result>(
  work: (order: Order) => Promise<Result>,
  undo: () => Promise<void> = async () => {},
): void {
  const answer = async (order: Order): Promise<Reply<Result>> => {
    try {
      return { result: await work(order) };
    } catch (reason) {
      return { failed: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) };
    }
  };
  process.on("message", async (order: Order) => void process.send?.(await answer(order)));
  // A terminal's Ctrl-C reaches us too: whoever started us decides when we end.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
  process.once("disconnect", () => void undo().finally(() => process.exit()));
}
