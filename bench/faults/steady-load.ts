import { setTimeout as wait } from "node:timers/promises";
import { createSecureTokens } from "@/lib/access/create-secure-tokens";
import type { GivenContext } from "@/lib/testing/factories/given-company";
import { SteadyClient } from "@/lib/testing/faults/steady-client";
import { type BenchCall, benchCalls } from "../company/bench-calls";

const LOOK_EVERY_MS = 5;

/** Clients that convert a call each and take it back, without a pause. */
export async function steadyLoad(ctx: GivenContext, url: string, count: number) {
  const [token] = await createSecureTokens(ctx, [{ name: "Faults" }]);
  const calls = await benchCalls(ctx, count);
  const clients = calls.map((call) => new SteadyClient(`${url}/api/v1/secure/${token?.token}`, call));
  const running = Promise.all(clients.map((client) => client.run()));

  /** Resolves once every client has had a request answered that it sent after now. */
  const allServed = async () => {
    const before = clients.map(({ acknowledged }) => acknowledged);
    // The first may have been under way.
    const areServed = () => clients.every(({ acknowledged }, place) => acknowledged >= (before[place] ?? 0) + 2);
    while (!areServed()) await wait(LOOK_EVERY_MS);
  };
  const stop = async () => {
    for (const client of clients) client.stop();
    await running;
    return clients.map(({ acknowledged }, place) => ({ ...(calls[place] as BenchCall), acknowledged }));
  };
  return { allServed, stop };
}

export type Acknowledged = BenchCall & { readonly acknowledged: number };
