import { setTimeout as wait } from "node:timers/promises";
import { oneAddress } from "@/lib/testing/faults/one-address";
import type { BenchServer, Run } from "../bench";
import { startBenchServer } from "../server/bench-server.mjs";

const PAUSE_MS = 100;

/** Two servers behind one address; each that is killed is started again, as a supervisor does. */
export async function twoServers(run: Run) {
  const servers: BenchServer[] = [await startBenchServer(run), await startBenchServer(run)];
  const address = await oneAddress(servers.map(({ port }) => port));
  run.atEnd(address.close);
  const kill = async (place: number) => {
    const { pid, port } = servers[place] ?? { pid: 0, port: 0 };
    process.kill(pid, "SIGKILL");
    await untilGone(pid);
    servers[place] = await startBenchServer({ ...run, port });
  };
  return { url: `http://127.0.0.1:${address.port}`, kill };
}

async function untilGone(pid: number): Promise<void> {
  try {
    for (;;) {
      process.kill(pid, 0);
      await wait(PAUSE_MS);
    }
  } catch {
    // No process has this id.
  }
}
