import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { createIntegration } from "@/lib/inbound/create-integration";
import { rollUp } from "@/lib/ledger/roll-up";
import { createWebhookEndpoint } from "@/lib/outbound/create-endpoint";
import { testEndpoint } from "@/lib/outbound/test-endpoint";
import { updateWebhookEndpoint } from "@/lib/outbound/update-endpoint";
import { openSealed, SEND_MAIL } from "@/lib/platform/mail/queue-mail";
import { asOwner } from "@/lib/testing/as-owner";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { givenMember } from "@/lib/testing/factories/given-member";
import type { FakeClock } from "@/lib/testing/fake-clock";
import { sendAlerts } from "./alerts";

process.env.SMTP_URL = "smtp://127.0.0.1:9";
const queue = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
afterAll(() => queue.end());

type Queued = { mail: { to: string; subject: string } };

/** Subjects of the mails queued for an address. */
async function subjectsTo(email: string): Promise<string[]> {
  const { rows } = await queue.query<{ payload: { sealed: string } }>(
    `select j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'send_mail' order by j.id`,
  );
  const mails = rows.map(({ payload }) => (openSealed(SEND_MAIL, payload) as Queued).mail);
  return mails.filter(({ to }) => to === email).map(({ subject }) => subject);
}

async function givenIntegration() {
  const company = await givenCompany();
  const { ctx } = company;
  const { integration } = await createIntegration(ctx, {
    provider: "twilio",
    name: "Front desk",
    offer_id: ctx.offer.id,
    traffic_source_id: ctx.trafficSource.id,
    secret: "0123456789abcdef0123456789abcdef",
  });
  return { ...company, integration };
}

/** One event a day, on each of so many days. */
async function givenEvents(company: number, endpoint: number, clock: FakeClock, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    await asOwner(
      company,
      `insert into inbound_event (company_id, endpoint_id, received_at, signature, status, outcome, payload)
       values ($1, $2, $3, 'valid', 200, 'applied', '')`,
      [company, endpoint, clock.now()],
    );
    clock.advance({ days: 1 });
  }
}

test("a late rollup is told to owners and admins once a day, and to nobody else", async () => {
  const { ctx } = await givenConvertedCall();
  const [owner, admin, billing] = [
    await givenMember(ctx),
    await givenMember(ctx, "admin"),
    await givenMember(ctx, "billing"),
  ];
  const { clock } = ctx;
  const alert = () => sendAlerts(ctx.company, clock.now());
  clock.advance({ minutes: 9 });
  await alert();
  expect(await subjectsTo(owner.email)).toEqual([]);
  clock.advance({ minutes: 2 });
  await Promise.all([alert(), alert()]);
  const subject = "Acme Home Services: the rollup is late";
  for (const { email } of [owner, admin]) expect(await subjectsTo(email)).toEqual([subject]);
  expect(await subjectsTo(billing.email)).toEqual([]);
  clock.advance({ hours: 23 });
  await alert();
  expect(await subjectsTo(owner.email)).toEqual([subject]);
  clock.advance({ hours: 1 });
  await alert();
  expect(await subjectsTo(owner.email)).toEqual([subject, subject]);
  await rollUp(ctx);
  clock.advance({ days: 2 });
  await alert();
  expect(await subjectsTo(owner.email)).toHaveLength(2);
});

test("a proof that does not hold is told until one holds", async () => {
  const { ctx } = await givenCompany();
  const { email } = await givenMember(ctx);
  const { id } = ctx.company;
  const givenProof = (outcome: string) =>
    asOwner(
      id,
      `insert into proof (company_id, actor_type, started_at, progress_at, finished_at, outcome)
       values ($1, 'system', $2, $2, $2, $3)`,
      [id, ctx.now(), outcome],
    );
  await givenProof("holds");
  await sendAlerts(ctx.company, ctx.now());
  expect(await subjectsTo(email)).toEqual([]);
  ctx.clock.advance({ hours: 1 });
  await givenProof("differs");
  await sendAlerts(ctx.company, ctx.now());
  expect(await subjectsTo(email)).toEqual(["Acme Home Services: the books could not be proven"]);
  ctx.clock.advance({ days: 2 });
  await givenProof("holds");
  await sendAlerts(ctx.company, ctx.now());
  expect(await subjectsTo(email)).toHaveLength(1);
});

test.each([
  { days: 6, isMailed: false, about: "that was not yet active" },
  { days: 7, isMailed: true, about: "that posted on each of 7 days" },
])("an integration $about and sends nothing for 24 hours: $isMailed", async ({ days, isMailed }) => {
  const { ctx, clock, integration } = await givenIntegration();
  const { email } = await givenMember(ctx);
  await givenEvents(ctx.company.id, integration.id, clock, days);
  clock.advance({ seconds: -1 });
  await sendAlerts(ctx.company, clock.now());
  expect(await subjectsTo(email)).toEqual([]);
  clock.advance({ seconds: 2 });
  await sendAlerts(ctx.company, clock.now());
  const subject = "Acme Home Services: the integration Front desk went silent";
  expect(await subjectsTo(email)).toEqual(isMailed ? [subject] : []);
});

test("an integration that is paused, or was silent before, is not told", async () => {
  const { ctx, clock, integration } = await givenIntegration();
  const { email } = await givenMember(ctx);
  await givenEvents(ctx.company.id, integration.id, clock, 7);
  clock.advance({ hours: 25 });
  await sendAlerts(ctx.company, clock.now());
  expect(await subjectsTo(email)).toEqual([]);
  clock.advance({ hours: -24 });
  await asOwner(ctx.company.id, "update webhook_endpoint set paused_at = now() where id = $1", [integration.id]);
  await sendAlerts(ctx.company, clock.now());
  expect(await subjectsTo(email)).toEqual([]);
});

test("a webhook to which every attempt failed for a day is told each day, with when it is disabled", async () => {
  const { ctx, clock } = await givenCompany();
  const { email } = await givenMember(ctx);
  const { webhook_endpoint } = await createWebhookEndpoint(ctx, {
    name: "Warehouse",
    url: "https://receiver.invalid/",
    events: ["buyer.converted"],
  });
  await testEndpoint(ctx, webhook_endpoint.id);
  clock.advance({ hours: 23 });
  await sendAlerts(ctx.company, clock.now());
  expect(await subjectsTo(email)).toEqual([]);
  clock.advance({ hours: 1 });
  await sendAlerts(ctx.company, clock.now());
  await sendAlerts(ctx.company, clock.now());
  const subject = "Acme Home Services: the webhook Warehouse fails";
  expect(await subjectsTo(email)).toEqual([subject]);
  clock.advance({ days: 1 });
  await sendAlerts(ctx.company, clock.now());
  expect(await subjectsTo(email)).toEqual([subject, subject]);
  await updateWebhookEndpoint(ctx, webhook_endpoint.id, { state: "paused" });
  clock.advance({ days: 1 });
  await sendAlerts(ctx.company, clock.now());
  expect(await subjectsTo(email)).toHaveLength(2);
});

test("a webhook that was disabled is told once", async () => {
  const { ctx, clock } = await givenCompany();
  const { email } = await givenMember(ctx);
  const fields = { name: "Warehouse", url: "https://receiver.invalid/", events: ["buyer.converted" as const] };
  const { webhook_endpoint } = await createWebhookEndpoint(ctx, fields);
  await testEndpoint(ctx, webhook_endpoint.id);
  clock.advance({ days: 5 });
  await asOwner(ctx.company.id, "update outbound_endpoint set state = 'disabled' where id = $1", [webhook_endpoint.id]);
  await sendAlerts(ctx.company, clock.now());
  await sendAlerts(ctx.company, clock.now());
  clock.advance({ days: 2 });
  await sendAlerts(ctx.company, clock.now());
  expect(await subjectsTo(email)).toEqual(["Acme Home Services: the webhook Warehouse was disabled"]);
});
