import { setTimeout as wait } from "node:timers/promises";
import { ConversionAnswer } from "@/lib/call/contract/call";

const TRY_AGAIN_MS = 50;

/** Sets and takes back the conversion of one call in turns, and repeats what was not acknowledged, as a buyer's system does. */
export class SteadyClient {
  /** How many updates were acknowledged. */
  acknowledged = 0;
  /** Answers other than 200, and broken connections. */
  readonly failures: string[] = [];
  private readonly stopping = new AbortController();

  constructor(
    private readonly url: string,
    readonly call: { readonly uuid: string },
  ) {}

  stop(): void {
    this.stopping.abort();
  }

  async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.update(this.acknowledged % 2 === 0);
      this.acknowledged += 1;
    }
  }

  private async update(converted: boolean): Promise<void> {
    for (;;) {
      const failure = await this.send(converted).catch((reason: Error) => reason.name);
      if (failure === null) return;
      this.failures.push(failure);
      await wait(TRY_AGAIN_MS);
    }
  }

  /** Null once it is acknowledged. */
  private async send(converted: boolean): Promise<string | null> {
    const response = await fetch(`${this.url}/calls/${this.call.uuid}?buyer_converted=${converted}`, { method: "PUT" });
    const text = await response.text();
    if (response.status !== 200) return String(response.status);
    const { call } = ConversionAnswer.parse(JSON.parse(text));
    return call.buyer_converted === converted ? null : "another state";
  }
}
