import { env } from "@/lib/platform/config/env";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import type { Bench } from "../bench";
import { Companion } from "../companion/companion";
import { countChanges } from "../company/count-changes";
import type { LoadOrder, LoadResult } from "../load/load-order";
import { databaseCpuClock } from "../measure/cpu-time";
import { interleaved } from "../measure/interleaved";
import { flips } from "./flips";
import { securePutLines } from "./secure-put-lines";
import { Target } from "./target";

const EMPTY = ["/api/bench-empty?buyer_converted=true&revenue=10"];

/** A complete secure PUT that changes something, compared to an empty route that Next.js serves in the same process. */
export const securePut: Bench = async ({ quick, atEnd, server }) => {
  const { port, pid } = await server();
  const { ctx } = await givenCompany({ clock: fakeClock(new Date()) });
  const generator = new Companion<LoadOrder, LoadResult>("bench/load/load-process.ts");
  atEnd(() => generator.stop());
  const serverAt = { port, pid, databaseCpu: await databaseCpuClock(env().DATABASE_URL) };
  const put = new Target(generator, serverAt, await flips(ctx));
  const empty = new Target(generator, serverAt, EMPTY);

  const seconds = quick ? 1.5 : 5;
  for (const target of [empty, put]) await target.under(64, seconds);
  const measured = await interleaved(quick ? 2 : 8, {
    empty16: () => empty.under(16, seconds),
    put16: () => put.under(16, seconds),
    empty64: () => empty.under(64, seconds),
    put64: () => put.under(64, seconds),
  });

  const { logged, queued } = await countChanges(ctx.company.id);
  if (logged !== put.answered || queued !== put.answered) {
    throw new Error(`${put.answered} requests left ${logged} changes, ${queued} of them queued.`);
  }
  return securePutLines(measured);
};
