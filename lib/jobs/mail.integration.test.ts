import { createServer, type Socket } from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { acceptMemberLink, openMemberLink } from "@/lib/access/member-links";
import { inviteMember } from "@/lib/access/members";
import { requestReset } from "@/lib/access/request-reset";
import { signIn } from "@/lib/access/sign-in";
import { updateCall } from "@/lib/conversion/update-call";
import { queueMails } from "@/lib/platform/mail/queue-mail";
import { inCompany } from "@/lib/platform/sql/in-company";
import { issueStatements } from "@/lib/statement/issue-statements";
import { printStatement } from "@/lib/statement/print-statement";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { STRANGER } from "@/lib/testing/factories/stranger";
import { fakeClock } from "@/lib/testing/fake-clock";
import { MailServer, wordsOf } from "@/lib/testing/mail-server";
import { givenTerms } from "@/lib/testing/statement/given-terms";
import { startWorker, type Worker } from "./worker";

const SOON = { timeout: 60_000, interval: 50 };
const PASSWORD = "staple lantern orbit";

const mailServer = await new MailServer().start();
process.env.SMTP_URL = mailServer.url;
process.env.MAIL_FROM = "Callmark <calls@callmark.test>";
const queue = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
afterAll(async () => {
  await queue.end();
  await mailServer.stop();
});

let worker: Worker;
beforeEach(async () => {
  vi.stubEnv("LOG_LEVEL", "silent");
  mailServer.refuses = "no";
  worker = await startWorker();
});
afterEach(async () => {
  await expect.poll(waiting, SOON).toEqual([]);
  await worker.stop();
});

const newEmail = () => `ana-${crypto.randomUUID()}@harbor.test`;

async function arrived(to: string, count = 1) {
  await expect.poll(() => mailServer.to(to).length, SOON).toBe(count);
  const mail = mailServer.to(to).at(-1);
  if (!mail) throw new Error("nothing arrived");
  return mail;
}

const linkIn = (words: string) => words.match(/\/join\/([A-Za-z0-9]{40})/)?.[1] ?? "";

/** What waits in the queue to be mailed, as the database stores it. */
async function waiting(): Promise<string[]> {
  const { rows } = await queue.query<{ row: string }>(
    `select j.payload::text || coalesce(j.last_error, '') as row from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier in ('send_mail', 'reset_password', 'mail_statement')`,
  );
  return rows.map(({ row }) => row);
}

async function givenInvited() {
  const { ctx } = await givenCompany();
  const owner = await givenMember(ctx);
  const email = newEmail();
  return { ctx, email, invited: await inviteMember(owner.ctx, { email, name: "Ana Ruiz", role: "operator" }) };
}

test("an invitation arrives, its link works, and nothing of it stays in the database", async () => {
  const { email, invited } = await givenInvited();
  expect(invited.mailed).toBe(true);
  const mail = await arrived(email);
  expect(mail.head).toMatch(/^From: Callmark <calls@callmark.test>/m);
  const key = linkIn(wordsOf(mail));
  expect(invited.link).toContain(key);
  await acceptMemberLink(await openMemberLink(key), PASSWORD);
  expect((await signIn({ email, password: PASSWORD }, STRANGER)).ok).toBe(true);
});

test("a mail that the server does not take for now is sent again, and arrives once", async () => {
  mailServer.refuses = "for_now";
  const before = mailServer.attempts;
  const { email, invited } = await givenInvited();
  await expect.poll(() => mailServer.attempts, SOON).toBe(before + 1);
  await expect.poll(async () => (await waiting()).join(), SOON).toContain("did not take a mail");
  const stored = (await waiting()).join();
  expect(stored).not.toContain(email);
  expect(stored).not.toContain(linkIn(invited.link));
  mailServer.refuses = "no";
  await arrived(email);
  await expect.poll(waiting, SOON).toEqual([]);
  expect(mailServer.to(email)).toHaveLength(1);
});

test("while the mail server is down nobody waits for it, and the mail arrives once it is back", async () => {
  await mailServer.stop();
  const { email } = await givenInvited();
  await expect.poll(async () => (await waiting()).join(), SOON).toContain("did not take a mail");
  await mailServer.start();
  await arrived(email);
  await expect.poll(waiting, SOON).toEqual([]);
  expect(mailServer.to(email)).toHaveLength(1);
});

test("a mail server that never answers holds back no other job", async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => void sockets.push(socket));
  await mailServer.stop();
  await new Promise<void>((resolve) => {
    silent.listen(Number(new URL(mailServer.url).port), "127.0.0.1", resolve);
  });
  const { email } = await givenInvited();
  await givenInvited();
  await givenInvited();
  await expect.poll(() => sockets.length, SOON).toBeGreaterThan(0);
  const { rows } = await queue.query<{ id: string }>("select id from graphile_worker.add_job('erase_old_calls')");
  const isDone = async () =>
    (await queue.query("select from graphile_worker.jobs where id = $1", [rows[0]?.id])).rows.length === 0;
  await expect.poll(isDone, { ...SOON, timeout: 8_000 }).toBe(true);
  await new Promise((resolve) => {
    silent.close(resolve);
    for (const socket of sockets) socket.destroy();
  });
  await mailServer.start();
  await arrived(email);
});

test("a mail that the server refuses for good is given up, and deleted", async () => {
  mailServer.refuses = "for_good";
  const { email } = await givenInvited();
  await expect.poll(waiting, SOON).toEqual([]);
  expect(mailServer.to(email)).toEqual([]);
});

test("what is not saved is not mailed, and a link that has expired is not sent", async () => {
  const { ctx } = await givenCompany();
  const [unsaved, expired, last] = [newEmail(), newEmail(), newEmail()];
  const mailTo = (to: string) => ({ to, subject: "Hello", paragraphs: ["Hello"] });
  await expect(
    inCompany(ctx.company.id, async (tx) => {
      await queueMails(tx, [mailTo(unsaved)]);
      throw new Error("not saved");
    }),
  ).rejects.toThrow("not saved");
  await inCompany(ctx.company.id, (tx) => queueMails(tx, [mailTo(expired)], { expiresAt: new Date(0) }));
  await inCompany(ctx.company.id, (tx) => queueMails(tx, [mailTo(last)]));
  await arrived(last);
  await expect.poll(waiting, SOON).toEqual([]);
  expect([...mailServer.to(unsaved), ...mailServer.to(expired)]).toEqual([]);
});

test("who forgot the password gets a link, and nobody learns who signs in here", async () => {
  const { ctx } = await givenCompany();
  const { email } = await givenMember(ctx);
  const from = { address: "192.0.2.7", requestId: "forgot-1" };
  const unknown = newEmail();
  expect(await requestReset(unknown, "192.0.2.7", from)).toBeNull();
  expect(await requestReset(email.toUpperCase(), "192.0.2.7", from)).toBeNull();
  const key = linkIn(wordsOf(await arrived(email)));
  await acceptMemberLink(await openMemberLink(key), PASSWORD);
  expect((await signIn({ email, password: PASSWORD }, STRANGER)).ok).toBe(true);
  expect(mailServer.to(unknown)).toEqual([]);
});

test("an address and a network can ask for a few links only, known or not", async () => {
  const { ctx } = await givenCompany();
  const { email } = await givenMember(ctx);
  for (const address of [email, newEmail()]) {
    const answers: (number | null)[] = [];
    for (let times = 0; times < 6; times += 1)
      answers.push(await requestReset(address, null, { address: null, requestId: null }));
    expect(answers.map((seconds) => seconds !== null)).toEqual([false, false, false, false, false, true]);
  }
  const network = `192.0.2.${Math.floor(Math.random() * 250)}`;
  const answers = await Promise.all(
    Array.from({ length: 31 }, () => requestReset(newEmail(), network, { address: network, requestId: null })),
  );
  expect(answers.filter((seconds) => seconds !== null)).toHaveLength(1);
});

test("a sign-in on a new device is mailed to the member, one on a known device is not", async () => {
  const { ctx } = await givenCompany();
  const { email, password } = await givenMember(ctx);
  const first = await signIn({ email, password }, { ...STRANGER, address: "192.0.2.8" });
  if (!first.ok) throw new Error(first.reason);
  expect(wordsOf(await arrived(email))).toContain("192.0.2.8");
  await signIn({ email, password }, { ...STRANGER, deviceOf: () => first.device });
  await signIn({ email, password }, { ...STRANGER, address: "192.0.2.9" });
  expect(wordsOf(await arrived(email, 2))).toContain("192.0.2.9");
});

test("an issued statement goes to the party's address with its PDF, and to nobody without one", async () => {
  const { ctx } = await givenCompany({ clock: fakeClock("2026-11-02T17:00:00Z") });
  const buyer = { type: "buyer", id: ctx.buyer.id } as const;
  const email = newEmail();
  await givenTerms(ctx, buyer, { email });
  const call = await givenCall(ctx, { started_at: new Date("2026-10-20T18:00:00Z") });
  await updateCall(ctx, { id: call.id }, { buyer_converted: true, offer_converted: true });
  expect(await issueStatements(ctx, {})).toHaveLength(2);
  const mail = await arrived(email);
  await expect.poll(waiting, SOON).toEqual([]);
  expect(mailServer.received.filter(({ head }) => head.includes("Payout statement"))).toEqual([]);
  expect(mail.head).toMatch(/^Subject: Invoice INV-000001 /m);
  const { name, body } = await printStatement(ctx, "INV-000001");
  expect(mail.raw).toContain(`filename=${name}`);
  const inBase64 = Buffer.from(body).toString("base64");
  expect(mail.raw.replaceAll("\r\n", "")).toContain(inBase64);
});
