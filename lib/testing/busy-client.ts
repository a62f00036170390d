import { Agent, request } from "node:http";

type Sent = { readonly method?: string; readonly headers?: Readonly<Record<string, string>> };

/**
 * Sends each request as soon as the previous one is answered, on one keep-alive connection, until the port is closed.
 */
export class BusyClient {
  /** The statuses of the answers. */
  readonly statuses: number[] = [];
  /** Requests that were sent and never answered. */
  cut = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    private readonly port: number,
    private readonly nextPath: () => string,
    private readonly sent: Sent = {},
  ) {}

  /** Resolves when the port is closed. */
  async run(): Promise<void> {
    for (;;) {
      const outcome = await this.send();
      if (outcome === "refused") break;
      if (outcome === "cut") this.cut += 1;
      else this.statuses.push(outcome);
    }
    this.agent.destroy();
  }

  private send(): Promise<number | "cut" | "refused"> {
    const { port, agent, sent } = this;
    return new Promise((resolve) => {
      const asked = request({ port, host: "127.0.0.1", agent, ...sent, path: this.nextPath() }, (answer) => {
        answer.resume();
        answer.once("end", () => resolve(answer.statusCode ?? 0));
        answer.once("error", () => resolve("cut"));
      });
      asked.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code === "ECONNREFUSED" ? "refused" : "cut"));
      asked.end();
    });
  }
}
