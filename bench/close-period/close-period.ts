import { createSecureTokens } from "@/lib/access/create-secure-tokens";
import { localMonth } from "@/lib/base/local-month";
import { monthsLater } from "@/lib/base/month";
import { env } from "@/lib/platform/config/env";
import { verifyBooks } from "@/lib/proof/verify-books";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey } from "@/lib/testing/factories/given-credentials";
import { fakeClock } from "@/lib/testing/fake-clock";
import type { Bench, Line } from "../bench";
import { Companion } from "../companion/companion";
import { benchCalls } from "../company/bench-calls";
import type { LoadOrder, LoadResult } from "../load/load-order";
import { databaseCpuClock } from "../measure/cpu-time";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { ratio, ratioText } from "../measure/ratio";
import { Target } from "../secure-put/target";
import { closeOverHttp } from "./close-over-http";
import { fillMonth } from "./full-month";

const CONNECTIONS = 64;
const FLIPPED_CALLS = 4_000;
const WINDOW_SECONDS = 1;
const PLAIN_WINDOWS = 3;
const SECONDS_AT_MOST = 60;
const KEPT_AT_LEAST = 0.8;

/** Closes months of many entries, with pauses, while conversions of the same company continue. */
export const closePeriod: Bench = async ({ quick, atEnd, server }) => {
  const { port, pid, url } = await server();
  const [entries, months] = quick ? [20_000, 2] : [1_000_000, 3];
  const { ctx } = await givenCompany({ timeZone: "UTC", clock: fakeClock(new Date()) });
  const present = localMonth(new Date(), "UTC");
  const full = Array.from({ length: months }, (_, place) => monthsLater(present, place - months));
  for (const month of full) await fillMonth(ctx, month, entries);
  const closer = { url, secret: (await givenApiKey(ctx)).secret };
  const generator = new Companion<LoadOrder, LoadResult>("bench/load/load-process.ts");
  atEnd(() => generator.stop());
  const put = new Target(
    generator,
    { port, pid, databaseCpu: await databaseCpuClock(env().DATABASE_URL) },
    await flips(ctx),
  );
  const window = async () => (await put.under(CONNECTIONS, WINDOW_SECONDS)).perSecond;

  const [closing, during, plain]: [number[], number[], number[]] = [[], [], []];
  await windows(window, PLAIN_WINDOWS);
  let before = await windows(window, PLAIN_WINDOWS);
  for (const month of full) {
    let isClosed = false;
    const time = milliseconds(async () => {
      const booked = await closeOverHttp(closer, month);
      if (booked !== entries) throw new Error(`${month} has ${booked} entries, not ${entries}.`);
    }).finally(() => {
      isClosed = true;
    });
    // A rejection is thrown below, after the measured window.
    time.catch(() => undefined);
    const meanwhile: number[] = [];
    while (!isClosed) meanwhile.push(await window());
    closing.push(await time);
    during.push(median(meanwhile));
    const after = await windows(window, PLAIN_WINDOWS);
    plain.push(median([...before, ...after]));
    before = after;
  }
  const wrong = quick ? await verifyBooks(ctx) : null;
  if (wrong) throw new Error(wrong);
  return [duration(closing, entries), shareLine(during, plain)];
};

async function windows(window: () => Promise<number>, count: number): Promise<number[]> {
  const speeds: number[] = [];
  for (let number = 0; number < count; number += 1) speeds.push(await window());
  return speeds;
}

function duration(times: readonly number[], entries: number): Line {
  const seconds = times.map((time) => time / 1000);
  const range = `${Math.min(...seconds).toFixed(1)}–${Math.max(...seconds).toFixed(1)}`;
  return {
    what: `Closing a month of ${entries} entries under load`,
    measured: `${median(seconds).toFixed(1)} s [${range}]`,
    target: `≤ ${SECONDS_AT_MOST} s`,
    met: median(seconds) <= SECONDS_AT_MOST,
  };
}

function shareLine(during: readonly number[], plain: readonly number[]): Line {
  const share = ratio(during, plain);
  return {
    what: `Conversions while it runs, ${CONNECTIONS} connections`,
    measured: `${ratioText(share)} × those before and after (${median(during).toFixed()} and ${median(plain).toFixed()} a second)`,
    target: `≥ ${KEPT_AT_LEAST} ×`,
    met: share.median >= KEPT_AT_LEAST,
  };
}

/** Every call converts in the first half and is reversed in the second, so each request changes something. */
async function flips(ctx: GivenContext): Promise<string[]> {
  const [secure] = await createSecureTokens(ctx, [{ name: "Bench" }]);
  if (!secure) throw new Error("the token was not made");
  const calls = await benchCalls(ctx, FLIPPED_CALLS);
  const path = (uuid: string, converted: boolean) =>
    `/api/v1/secure/${secure.token}/calls/${uuid}?buyer_converted=${converted}&revenue=10`;
  return [true, false].flatMap((converted) => calls.map(({ uuid }) => path(uuid, converted)));
}
