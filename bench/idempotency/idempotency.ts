import { env } from "@/lib/platform/config/env";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import type { Bench } from "../bench";
import { Companion } from "../companion/companion";
import type { LoadOrder, LoadResult } from "../load/load-order";
import { databaseCpuClock } from "../measure/cpu-time";
import { interleaved } from "../measure/interleaved";
import { ratio, ratioText } from "../measure/ratio";
import { flips } from "../secure-put/flips";
import { Target } from "../secure-put/target";

const CONNECTIONS = 64;
const AT_LEAST = 0.85;

/** A secure PUT with a new Idempotency-Key each, beside the same without. */
export const idempotency: Bench = async ({ quick, atEnd, server }) => {
  const { port, pid } = await server();
  const { ctx } = await givenCompany({ clock: fakeClock(new Date()) });
  const generator = new Companion<LoadOrder, LoadResult>("bench/load/load-process.ts");
  atEnd(() => generator.stop());
  const serverAt = { port, pid, databaseCpu: await databaseCpuClock(env().DATABASE_URL) };
  const plain = new Target(generator, serverAt, await flips(ctx));
  const keyed = new Target(generator, serverAt, await flips(ctx), { method: "PUT", newInEach: "Idempotency-Key" });
  const seconds = quick ? 1.5 : 5;
  for (const target of [plain, keyed]) await target.under(CONNECTIONS, seconds);
  const measured = await interleaved(quick ? 3 : 8, {
    plain: () => plain.under(CONNECTIONS, seconds),
    keyed: () => keyed.under(CONNECTIONS, seconds),
  });
  const perSecond = (target: "plain" | "keyed") => measured[target].map((window) => window.perSecond);
  const share = ratio(perSecond("keyed"), perSecond("plain"));
  return [
    {
      what: `Secure PUT with an Idempotency-Key, ${CONNECTIONS} connections`,
      measured: `${ratioText(share)} × the same without`,
      target: `≥ ${AT_LEAST} ×`,
      met: share.median >= AT_LEAST,
    },
  ];
};
