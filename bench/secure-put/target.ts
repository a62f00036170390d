import type { Companion } from "../companion/companion";
import type { LoadOrder, LoadResult } from "../load/load-order";
import { cpuTimeOf } from "../measure/cpu-time";

/** Cost of a request; CPU in milliseconds over all processors, null if the system does not report it. */
export type UnderLoad = {
  readonly perSecond: number;
  readonly serverCpuMs: number | null;
  readonly databaseCpuMs: number | null;
};

type Server = { readonly port: number; readonly pid: number; readonly databaseCpu: () => number | null };

const REQUESTS_AT_MOST = 100_000;

/** A route under load. Each window continues in the list of paths where the last one stopped. */
export class Target {
  answered = 0;
  private from = 0;

  constructor(
    private readonly generator: Companion<LoadOrder, LoadResult>,
    private readonly server: Server,
    private readonly paths: readonly string[],
    private readonly how: Pick<LoadOrder, "method" | "headers" | "bodies" | "newInEach"> = { method: "PUT" },
  ) {}

  async under(connections: number, seconds: number): Promise<UnderLoad> {
    const { port, pid, databaseCpu } = this.server;
    const { paths, from } = this;
    const before = [cpuTimeOf(pid), databaseCpu()] as const;
    const done = await this.generator.ask({
      ...this.how,
      port,
      paths,
      from,
      connections,
      seconds,
      atMost: REQUESTS_AT_MOST,
    });
    if (done.refused > 0) throw new Error(`${done.refused} of ${done.answered} requests were refused.`);
    this.from = done.next;
    this.answered += done.answered;
    const ratioOf = (after: number | null, start: number | null) =>
      after === null || start === null ? null : (after - start) / done.answered;
    return {
      perSecond: done.answered / done.seconds,
      serverCpuMs: ratioOf(cpuTimeOf(pid), before[0]),
      databaseCpuMs: ratioOf(databaseCpu(), before[1]),
    };
  }
}
