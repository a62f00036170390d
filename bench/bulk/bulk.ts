import { createApiKeys } from "@/lib/access/create-api-keys";
import { env } from "@/lib/platform/config/env";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import type { Bench } from "../bench";
import { Companion } from "../companion/companion";
import { benchCalls } from "../company/bench-calls";
import { applyAll, conversionsOf } from "../company/conversions-of";
import type { LoadOrder, LoadResult } from "../load/load-order";
import { databaseCpuClock } from "../measure/cpu-time";
import { interleaved } from "../measure/interleaved";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { ratio, ratioText } from "../measure/ratio";
import { Target } from "../secure-put/target";

const A_BULK = 1_000;
const BULKS = 4;
const PATH = "/api/v1/calls/bulk";
const PER_SECOND_AT_LEAST = 10_000;
const SHARE_AT_LEAST = 0.9;

/** Bulks of 1,000 over HTTP, one after the other, beside `convertAll` with as many in this process. */
export const bulk: Bench = async ({ quick, atEnd, server }) => {
  const { port, pid } = await server();
  const { ctx } = await givenCompany({ clock: fakeClock(new Date()) });
  const [key] = await createApiKeys(ctx, [{ name: "Bench", role: "owner" }]);
  if (!key) throw new Error("the key was not made");
  const calls = await benchCalls(ctx, A_BULK * BULKS);
  const bodies = [true, false].flatMap((converted) =>
    Array.from({ length: BULKS }, (_, place) => {
      const some = calls.slice(place * A_BULK, (place + 1) * A_BULK);
      return JSON.stringify({
        updates: some.map(({ id }) => ({ id, buyer_converted: converted, offer_converted: converted })),
      });
    }),
  );
  const generator = new Companion<LoadOrder, LoadResult>("bench/load/load-process.ts");
  atEnd(() => generator.stop());
  const serverAt = { port, pid, databaseCpu: await databaseCpuClock(env().DATABASE_URL) };
  const headers = { Authorization: `Bearer ${key.secret}`, "Content-Type": "application/json" };
  const paths = bodies.map(() => PATH);
  const target = new Target(generator, serverAt, paths, { method: "POST", headers, bodies });

  const seconds = quick ? 3 : 8;
  await target.under(1, seconds);
  let converted = true;
  const own = await benchCalls(ctx, A_BULK);
  const measured = await interleaved(quick ? 3 : 8, {
    http: async () => (await target.under(1, seconds)).perSecond * A_BULK,
    direct: async () => {
      const ms = await milliseconds(() => applyAll(ctx, conversionsOf(ctx, own, converted)));
      converted = !converted;
      return (A_BULK / ms) * 1000;
    },
  });
  const share = ratio(measured.http, measured.direct);
  const perSecond = median(measured.http);
  return [
    {
      what: `POST /calls/bulk, ${A_BULK} updates each`,
      measured: `${perSecond.toFixed()} conversions/s, ${ratioText(share)} × convertAll`,
      target: `≥ ${PER_SECOND_AT_LEAST}/s or ${SHARE_AT_LEAST} ×`,
      met: perSecond >= PER_SECOND_AT_LEAST || share.median >= SHARE_AT_LEAST,
    },
  ];
};
