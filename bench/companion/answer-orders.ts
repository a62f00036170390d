import type { Reply } from "./reply";

/** The companion's side: answers orders until the parent goes away, then cleans up. */
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
  // Ctrl-C in a terminal reaches this process too, but the parent decides when it ends.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
  process.once("disconnect", () => void undo().finally(() => process.exit()));
}
