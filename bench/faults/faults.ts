import { setTimeout as wait } from "node:timers/promises";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import type { Bench, Line } from "../bench";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { countFaults } from "./count-faults";
import { postmasterOf } from "./postmaster-of";
import { steadyLoad } from "./steady-load";
import { twoServers } from "./two-servers";

const CLIENTS = 16;
const BETWEEN_MS = 1_500;
const RECOVERY_SECONDS = 10;

/** Kills servers and PostgreSQL under load: how long clients wait, and whether anything is lost or doubled. */
export const faults: Bench = async ({ quick, ...run }) => {
  const { ctx } = await givenCompany({ clock: fakeClock(new Date()) });
  const servers = await twoServers(run);
  const load = await steadyLoad(ctx, servers.url, CLIENTS);
  const serverKills: number[] = [];
  const databaseKills: number[] = [];
  await load.allServed();
  for (let kill = 0; kill < (quick ? 2 : 20); kill += 1) {
    await wait(BETWEEN_MS);
    const startedAgain = servers.kill(kill % 2);
    serverKills.push(await milliseconds(load.allServed));
    await startedAgain;
  }
  for (let kill = 0; kill < (quick ? 1 : 10); kill += 1) {
    await wait(BETWEEN_MS);
    process.kill(await postmasterOf(ctx.company.id), "SIGKILL");
    databaseKills.push(await milliseconds(load.allServed));
  }
  const { changes, lost, doubled, wrongMoney } = await countFaults(ctx, await load.stop());
  return [
    recovery("Two servers, one of them killed", serverKills),
    recovery("Two servers, PostgreSQL killed", databaseKills),
    {
      what: `Of ${changes} acknowledged changes, after all of that`,
      measured: `${lost} lost, ${doubled} doubled; ${wrongMoney} of ${CLIENTS} calls with other money`,
      target: "none",
      met: lost + doubled + wrongMoney === 0,
    },
  ];
};

function recovery(what: string, times: readonly number[]): Line {
  const longest = Math.max(...times) / 1000;
  return {
    what: `${what} ${times.length} times, until all of ${CLIENTS} clients are served`,
    measured: `${(median(times) / 1000).toFixed(1)} s, at most ${longest.toFixed(1)} s`,
    target: `≤ ${RECOVERY_SECONDS} s`,
    met: longest <= RECOVERY_SECONDS,
  };
}
