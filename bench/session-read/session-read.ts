import { encode } from "next-auth/jwt";
import { env } from "@/lib/platform/config/env";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import type { Bench, BenchServer } from "../bench";
import { Companion } from "../companion/companion";
import { benchCalls } from "../company/bench-calls";
import type { LoadOrder, LoadResult } from "../load/load-order";
import { databaseCpuClock } from "../measure/cpu-time";
import { interleaved } from "../measure/interleaved";
import { median } from "../measure/median";
import { ratio, ratioText } from "../measure/ratio";
import { Target, type UnderLoad } from "../secure-put/target";

const CALLS = 1_000;
const CONNECTIONS = 16;
const TIMES_AT_LEAST = 2;

/** A signed-in member reads calls one by one, from Node's own server and from Next.js alone. */
export const sessionRead: Bench = async ({ quick, atEnd, server, nextServer }) => {
  const { ctx } = await givenCompany();
  const paths = (await benchCalls(ctx, CALLS)).map(({ id }) => `/api/v1/calls/${id}`);
  const headers = { Cookie: await sessionCookie(await givenMember(ctx)) };
  const generator = new Companion<LoadOrder, LoadResult>("bench/load/load-process.ts");
  atEnd(() => generator.stop());
  const databaseCpu = await databaseCpuClock(env().DATABASE_URL);
  const target = ({ port, pid }: BenchServer) =>
    new Target(generator, { port, pid, databaseCpu }, paths, { method: "GET", headers });
  const [front, alone] = [target(await server()), target(await nextServer())];

  const seconds = quick ? 1.5 : 4;
  for (const target of [front, alone]) await target.under(CONNECTIONS, seconds);
  const measured = await interleaved(quick ? 2 : 6, {
    front: () => front.under(CONNECTIONS, seconds),
    alone: () => alone.under(CONNECTIONS, seconds),
  });
  const [own, next] = [measured.front, measured.alone].map((windows) => windows.map(({ perSecond }) => perSecond));
  const times = ratio(own ?? [], next ?? []);
  return [
    {
      what: `Reading a call with a session, ${CONNECTIONS} connections`,
      measured: `${ratioText(times)} × Next.js alone (${median(own ?? []).toFixed()} and ${median(next ?? []).toFixed()} a second; ${cpu(measured.front)} and ${cpu(measured.alone)} ms of server CPU)`,
      target: `≥ ${TIMES_AT_LEAST} ×`,
      met: times.median >= TIMES_AT_LEAST,
    },
  ];
};

async function sessionCookie({ id }: { readonly id: number }): Promise<string> {
  const token = await encode({ token: { sub: String(id) }, secret: env().NEXTAUTH_SECRET });
  return `next-auth.session-token=${token}`;
}

const cpu = (windows: readonly UnderLoad[]) =>
  median(windows.map(({ serverCpuMs }) => serverCpuMs ?? Number.NaN)).toFixed(2);
