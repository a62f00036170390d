import { expect, test, vi } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { companiesToRollUp } from "@/lib/ledger/companies-to-roll-up";
import { rollUpCompany } from "@/lib/ledger/roll-up-company";
import { createWebhookEndpoint } from "@/lib/outbound/create-endpoint";
import { testEndpoint } from "@/lib/outbound/test-endpoint";
import { updateWebhookEndpoint } from "@/lib/outbound/update-endpoint";
import { systemClock } from "@/lib/platform/config/clock";
import { recordRequest } from "@/lib/platform/http/record-request";
import { asOwner } from "@/lib/testing/as-owner";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { givenDatabaseProxy } from "@/lib/testing/given-database-proxy";
import { serveMetrics } from "./serve-metrics";

vi.stubEnv("METRICS_TOKEN", "a-token-of-a-monitoring-system");
vi.stubEnv("LOG_LEVEL", "silent");
const proxy = await givenDatabaseProxy();

function ask(token: string) {
  return serveMetrics(new Request("http://callmark.test/metrics", { headers: { authorization: `Bearer ${token}` } }));
}

/** The value of a line, named with its labels in the order of the text. */
async function readMetric(line: string): Promise<number | undefined> {
  const text = await (await ask("a-token-of-a-monitoring-system")).text();
  const value = text.split("\n").find((candidate) => candidate.startsWith(`${line} `));
  return value === undefined ? undefined : Number(value.slice(line.length));
}

test("only the bearer of METRICS_TOKEN reads the metrics", async () => {
  for (const token of ["", "a-token", "a-token-of-a-monitoring-system-"]) expect((await ask(token)).status).toBe(401);
  const response = await ask("a-token-of-a-monitoring-system");
  expect([response.status, response.headers.get("content-type")]).toEqual([
    200,
    "text/plain; version=0.0.4; charset=utf-8",
  ]);
});

test("a decision counts by side and mechanism, once it is saved", async () => {
  const { ctx, call } = await givenConvertedCall();
  const decision = (converted: boolean) =>
    readMetric(`callmark_conversion_decisions_total{side="buyer",mechanism="import",converted="${converted}"}`);
  const [set, takenBack = 0] = [await decision(true), await decision(false)];
  expect(set).toBeGreaterThan(0);
  await updateCall(ctx, { id: call.id }, { buyer_converted: false });
  await updateCall(ctx, { id: call.id }, { buyer_converted: false });
  expect([await decision(true), await decision(false)]).toEqual([set, takenBack + 1]);
});

test("queue, its age and the lag of the rollup grow until a rollup has posted", async () => {
  const { ctx } = await givenConvertedCall();
  const ages = async () => [
    await readMetric("callmark_billing_queue_oldest_seconds"),
    await readMetric("callmark_rollup_lag_seconds"),
  ];
  const length = (await readMetric("callmark_billing_queue_length")) ?? 0;
  // Calls of tests are changed at a time in the past.
  const past = (systemClock().getTime() - ctx.now().getTime()) / 1000;
  for (const age of await ages()) expect(age).toBeGreaterThanOrEqual(past);
  await rollUpCompany(ctx.company.id, systemClock);
  expect(await readMetric("callmark_billing_queue_length")).toBe(length - 1);
  for (const id of await companiesToRollUp()) await rollUpCompany(id, systemClock);
  expect([await readMetric("callmark_billing_queue_length"), ...(await ages())]).toEqual([0, 0, 0]);
});

test("open inbox items count for all companies together", async () => {
  const before = (await readMetric("callmark_inbox_open")) ?? 0;
  for (const { ctx } of [await givenConvertedCall(), await givenConvertedCall()]) {
    const item = "insert into inbox (company_id, received_at, reason, mechanism, actor_type, payload)";
    await asOwner(ctx.company.id, `${item} values ($1, now(), 'unknown_call', 'api', 'api_key', '{}')`, [
      ctx.company.id,
    ]);
  }
  expect(await readMetric("callmark_inbox_open")).toBe(before + 2);
});

test("the lag of deliveries is that of the most overdue one, and of active webhooks only", async () => {
  const { ctx } = await givenCompany();
  const fields = { name: "Warehouse", url: "https://warehouse.test/hook", events: ["call.created" as const] };
  const { webhook_endpoint } = await createWebhookEndpoint(ctx, fields);
  await testEndpoint(ctx, webhook_endpoint.id);
  await asOwner(
    ctx.company.id,
    "update delivery set state = 'waiting', next_attempt_at = now() - interval '70 seconds'",
    [],
  );
  const lag = await readMetric("callmark_delivery_lag_seconds");
  expect(lag).toBeGreaterThanOrEqual(70);
  await updateWebhookEndpoint(ctx, webhook_endpoint.id, { state: "paused" });
  expect(await readMetric("callmark_delivery_lag_seconds")).toBeLessThan(lag ?? 0);
});

test("requests are timed by route and status, and nothing names a company, a person or a path", async () => {
  const request = { method: "GET", path: "/api/v1/calls/{id}", status: 200, milliseconds: 12, requestId: "r" };
  recordRequest(request);
  expect(
    await readMetric('callmark_http_request_seconds_count{method="GET",route="/api/v1/calls/{id}",status="200"}'),
  ).toBe(1);
  const text = await (await ask("a-token-of-a-monitoring-system")).text();
  const labels = new Set([...text.matchAll(/[{,](\w+)=/g)].map(([, label]) => label));
  expect(labels).not.toContain("company");
  expect(await readMetric('callmark_database_connections{state="open"}')).toBeGreaterThan(0);
  expect(await readMetric("process_start_time_seconds")).toBeGreaterThan(0);
});

test("while the database is away the process still tells its own part", async () => {
  proxy.breakAll();
  proxy.goDownWithCut();
  expect(await readMetric("callmark_database_up")).toBe(0);
  expect(await readMetric("callmark_inbox_open")).toBeNaN();
  proxy.comeBack();
  expect(await readMetric("callmark_database_up")).toBe(1);
});
