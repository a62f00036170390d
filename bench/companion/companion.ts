import { fork } from "node:child_process";
import { once } from "node:events";
import { inRoot } from "@/scripts/setup/paths.mjs";
import type { Reply } from "./reply";

/** A process beside this one that does what it is asked, one order at a time. */
export type Companion<Order, Result> = { ask(order: Order): Promise<Result>; stop(): Promise<void> };

/** `file` calls `answerOrders`. */
export function startCompanion<Order extends object, Result>(
  file: string,
  env: Readonly<Record<string, string>> = {},
): Companion<Order, Result> {
  const child = fork(inRoot(file), { execArgv: ["--import", "tsx"], env: { ...process.env, ...env } });
  const ended = once(child, "exit");
  const lost = ended.then(([code]) => {
    throw new Error(`${file} ended with ${code} instead of an answer.`);
  });
  lost.catch(() => {});
  return {
    ask: async (order) => {
      const replied = once(child, "message");
      child.send(order);
      const [reply] = (await Promise.race([replied, lost])) as [Reply<Result>];
      if ("failed" in reply) throw new Error(reply.failed);
      return reply.result;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
