import { createSecureTokens } from "@/lib/access/create-secure-tokens";
import { createIntegration } from "@/lib/inbound/create-integration";
import { env } from "@/lib/platform/config/env";
import { inCompany } from "@/lib/platform/sql/in-company";
import { BuyerSettings, OfferSettings } from "@/lib/settings/contract/conversion-settings";
import { saveBuyerSettings, saveOfferSettings } from "@/lib/settings/save-settings";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { fakeClock } from "@/lib/testing/fake-clock";
import type { Bench } from "../bench";
import { Companion } from "../companion/companion";
import { benchCalls } from "../company/bench-calls";
import type { LoadOrder, LoadResult } from "../load/load-order";
import { databaseCpuClock } from "../measure/cpu-time";
import { interleaved } from "../measure/interleaved";
import { median } from "../measure/median";
import { ratio, ratioText } from "../measure/ratio";
import { Target, type UnderLoad } from "../secure-put/target";

const CALLS = 30_000;
const FLIPPED_CALLS = 4_000;
const CONNECTIONS = 64;
const KEPT_AT_LEAST = 0.65;

/**
 * Finished calls of a phone system, each new, evaluated by three rules and converting on both sides, compared to plain
 * conversions.
 */
export const intake: Bench = async ({ quick, atEnd, server }) => {
  const { port, pid } = await server();
  const { ctx } = await givenCompany({ clock: fakeClock(new Date()) });
  const generator = new Companion<LoadOrder, LoadResult>("bench/load/load-process.ts");
  atEnd(() => generator.stop());
  const serverAt = { port, pid, databaseCpu: await databaseCpuClock(env().DATABASE_URL) };
  const put = new Target(generator, serverAt, await flips(ctx));
  const { path, headers } = await source(ctx);
  const bodies = Array.from({ length: CALLS }, (_, place) => record(ctx.now(), place));
  const arriving = new Target(
    generator,
    serverAt,
    bodies.map(() => path),
    { method: "POST", headers, bodies },
  );

  const seconds = quick ? 1.5 : 4;
  for (const target of [put, arriving]) await target.under(CONNECTIONS, seconds);
  const measured = await interleaved(quick ? 2 : 5, {
    put: () => put.under(CONNECTIONS, seconds),
    arriving: () => arriving.under(CONNECTIONS, seconds),
  });
  await expectConverted(ctx, arriving.answered);
  const [own, plain] = [measured.arriving, measured.put].map((rates) => rates.map(({ perSecond }) => perSecond));
  const share = ratio(own ?? [], plain ?? []);
  return [
    {
      what: `Intake of a finished call with evaluation, ${CONNECTIONS} connections`,
      measured: `${ratioText(share)} × a plain conversion (${median(own ?? []).toFixed()} and ${median(plain ?? []).toFixed()} a second)`,
      target: `≥ ${KEPT_AT_LEAST} ×`,
      met: share.median >= KEPT_AT_LEAST,
    },
    {
      what: `Server CPU of it, ${CONNECTIONS} connections`,
      measured: `${cpuOf(measured.arriving)} (the plain conversion ${cpuOf(measured.put)})`,
      target: "",
      met: true,
    },
  ];
};

function cpuOf(windows: readonly UnderLoad[]): string {
  const middle = (name: "serverCpuMs" | "databaseCpuMs") =>
    median(windows.map((window) => window[name] ?? Number.NaN)).toFixed(2);
  return `${middle("serverCpuMs")} ms; PostgreSQL besides ${middle("databaseCpuMs")} ms`;
}

async function flips(ctx: GivenContext): Promise<string[]> {
  const [secure] = await createSecureTokens(ctx, [{ name: "Bench" }]);
  if (!secure) throw new Error("the token was not made");
  const calls = await benchCalls(ctx, FLIPPED_CALLS);
  return [true, false].flatMap((converted) =>
    calls.map(({ uuid }) => `/api/v1/secure/${secure.token}/calls/${uuid}?buyer_converted=${converted}&revenue=10`),
  );
}

const RULES = [
  { name: "Sold", condition: { all: [{ token: "sold", operator: "equals", values: ["true"] }] } },
  { name: "Near", condition: { all: [{ token: "zip", operator: "in", values: ["80210", "80211"] }] } },
  { name: "Long", minimum_duration: { basis: "connected", seconds: 60 }, amount: { kind: "fixed", amount: "15.00" } },
];

async function source(ctx: GivenContext): Promise<{ path: string; headers: Record<string, string> }> {
  const valid_from = new Date(ctx.now().getTime() - 86_400_000);
  await saveBuyerSettings(ctx, ctx.buyer.id, {
    version: 0,
    valid_from,
    settings: BuyerSettings.parse({ rules: RULES }),
  });
  await saveOfferSettings(ctx, ctx.offer.id, {
    version: 0,
    valid_from,
    settings: OfferSettings.parse({ rules: RULES }),
  });
  const parties = { offer_id: ctx.offer.id, traffic_source_id: ctx.trafficSource.id, buyer_id: ctx.buyer.id };
  const { url, secret } = await createIntegration(ctx, { provider: "freeswitch", name: "Switch", ...parties });
  const authorization = `Basic ${Buffer.from(`callmark:${secret}`).toString("base64")}`;
  return { path: new URL(url).pathname, headers: { Authorization: authorization, "Content-Type": "application/json" } };
}

function record(now: Date, place: number): string {
  const began = Math.floor(now.getTime() / 1000) - 3_600;
  const variables = {
    uuid: crypto.randomUUID(),
    direction: "inbound",
    caller_id_number: `+1303555${String(place % 10_000).padStart(4, "0")}`,
    start_epoch: String(began),
    answer_epoch: String(began + 5),
    bridge_epoch: String(began + 5),
    end_epoch: String(began + 95),
    duration: "95",
    billsec: "90",
    hangup_cause: "NORMAL_CLEARING",
    "sip_h_X-PH-zip": "80202",
  };
  return JSON.stringify({ variables });
}

async function expectConverted(ctx: GivenContext, calls: number): Promise<void> {
  const where = { companyId: ctx.company.id, buyerMechanism: "rule", buyerConverted: true, offerConverted: true };
  const converted = await inCompany(ctx.company.id, (tx) => tx.call.count({ where }));
  if (converted !== calls) throw new Error(`of ${calls} ingested calls ${converted} converted.`);
}
