import type { Reply } from "./reply";

/** The companion's side: runs until whoever started it goes away. */
export function answerOrders<Order, Result>(work: (order: Order) => Promise<Result>): void {
  const answer = async (order: Order): Promise<Reply<Result>> => {
    try {
      return { result: await work(order) };
    } catch (reason) {
      return { failed: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) };
    }
  };
  process.on("message", async (order: Order) => void process.send?.(await answer(order)));
  process.once("disconnect", () => process.exit());
}
