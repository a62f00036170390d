import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { inRoot } from "@/scripts/setup/paths.mjs";
import type { Reply } from "./reply";

/** A child process that executes one order at a time. */
export class Companion<Order extends object, Result> {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  /** `file` calls `answerOrders`. */
  constructor(private readonly file: string) {
    this.child = fork(inRoot(file), { execArgv: ["--import", "tsx"] });
    this.ended = once(this.child, "exit");
  }

  async ask(order: Order): Promise<Result> {
    const replied = once(this.child, "message") as Promise<[Reply<Result>]>;
    this.child.send(order);
    const [reply] = await Promise.race([replied, this.lost()]);
    if ("failed" in reply) throw new Error(reply.failed);
    return reply.result;
  }

  async stop(): Promise<void> {
    if (this.child.connected) this.child.disconnect();
    await this.ended;
  }

  private async lost(): Promise<never> {
    await this.ended;
    throw new Error(`${this.file} ended instead of answering.`);
  }
}
