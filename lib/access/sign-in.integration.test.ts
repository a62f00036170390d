import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { inCompany } from "@/lib/platform/sql/in-company";
import { prisma } from "@/lib/platform/sql/prisma";
import { asOwner } from "@/lib/testing/as-owner";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { hashPassword } from "./passwords";
import { type SignIn, signIn as signInWith, type Visitor } from "./sign-in";

beforeEach(async () => {
  await prisma().signInThrottle.deleteMany();
});

const from = (network: string): Visitor => ({ network, address: network, userAgent: "", deviceOf: () => undefined });
const signIn = (email: string, password: string, visitor: Visitor) => signInWith({ email, password }, visitor);
const OFFICE = from("203.0.113.9");
const onDevice = (token: string): Visitor => ({ ...OFFICE, deviceOf: () => token });
const refused = { ok: false, reason: "too_many_attempts" };
const wrong = { ok: false, reason: "wrong" };

async function givenAccount() {
  const { ctx } = await givenCompany();
  const member = await givenMember(ctx);
  const enter = (visitor: Visitor, password = member.password) => signIn(member.email, password, visitor);
  const fail = (visitor: Visitor, times = 1) => inTurn(times, () => enter(visitor, "wrong"));
  return { ...member, enter, fail };
}

async function inTurn(times: number, attempt: (place: number) => Promise<SignIn>): Promise<SignIn[]> {
  const outcomes: SignIn[] = [];
  for (let place = 0; place < times; place += 1) outcomes.push(await attempt(place));
  return outcomes;
}

function deviceOf(outcome: SignIn): string {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.device;
}

/** Ends the windows of all counters. */
const pass = () => prisma().$executeRaw`update sign_in_throttle set expire = now() - interval '1 second'`;

test("ten failures block an account for unknown devices on every network and say for how long", async () => {
  const { fail, enter } = await givenAccount();
  const outcomes = await inTurn(10, (place) => enter(from(`203.0.113.${place}`), "wrong"));
  expect(outcomes).toEqual(Array(10).fill(wrong));
  const [closed] = await fail(from("198.51.100.7"));
  expect(closed).toMatchObject(refused);
  expect(await enter(OFFICE)).toEqual({ ...refused, retryAfterSeconds: expect.any(Number) });
  const { retryAfterSeconds } = (await enter(OFFICE)) as Extract<SignIn, { retryAfterSeconds: number }>;
  expect(retryAfterSeconds).toBeGreaterThan(800);
  expect(retryAfterSeconds).toBeLessThanOrEqual(900);
  await pass();
  expect(await enter(OFFICE)).toMatchObject({ ok: true });
});

test("a known device is not locked out by failures of others on its account or network", async () => {
  const { enter, fail, email } = await givenAccount();
  const device = deviceOf(await enter(OFFICE));
  await fail(OFFICE, 11);
  await inTurn(101, (place) => signIn(`nobody-${place}@harbor.test`, "wrong", OFFICE));
  expect(await signIn(email, "wrong", OFFICE)).toMatchObject(refused);
  const again = await enter(onDevice(device));
  expect(again).toMatchObject({ ok: true, device });
  expect(await enter(OFFICE)).toMatchObject(refused);
});

test("a known device is limited too, and its failures block nobody else", async () => {
  const { enter, fail } = await givenAccount();
  const [one, other] = [deviceOf(await enter(OFFICE)), deviceOf(await enter(OFFICE))];
  expect(await fail(onDevice(one), 10)).toEqual(Array(10).fill(wrong));
  expect(await enter(onDevice(one))).toMatchObject(refused);
  expect(await enter(onDevice(other))).toMatchObject({ ok: true });
  expect(await enter(OFFICE)).toMatchObject({ ok: true });
});

test("a device is known to its own member only, until the password changes, and only with a valid signature", async () => {
  const { enter, fail, id, ctx } = await givenAccount();
  const device = deviceOf(await enter(OFFICE));
  const stranger = await givenAccount();
  const foreign = deviceOf(await stranger.enter(OFFICE));
  await fail(OFFICE, 10);
  const [name, signature = ""] = device.split(".");
  for (const token of [foreign, `${name}x.${signature}`, `${name}.${signature.slice(1)}`, `${name}.`, "", "."]) {
    expect(await enter(onDevice(token))).toMatchObject(refused);
  }
  const passwordHash = await hashPassword("another-password");
  await asOwner(ctx.company.id, "update member set password_hash = $1 where id = $2", [passwordHash, id]);
  expect(await enter(onDevice(device), "another-password")).toMatchObject(refused);
});

test("a hundred failures block a network for every account, and no other network", async () => {
  const { enter } = await givenAccount();
  await inTurn(99, (place) => signIn(`nobody-${place}@harbor.test`, "wrong", OFFICE));
  expect(await enter(OFFICE)).toMatchObject({ ok: true });
  expect(await signIn("nobody@harbor.test", "wrong", OFFICE)).toEqual(wrong);
  expect(await enter(OFFICE)).toMatchObject(refused);
  expect(await enter(from("198.51.100.7"))).toMatchObject({ ok: true });
});

test("simultaneous attempts cannot exceed the limit", async () => {
  const { enter } = await givenAccount();
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, place) => enter(from(`203.0.113.${place % 3}`), "wrong")),
  );
  expect(outcomes.filter(({ ok }) => ok)).toEqual([]);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "wrong")).toHaveLength(10);
  expect(await prisma().signInThrottle.count()).toBe(4);
});

test("many simultaneous sign-ins from one office succeed and leave no counts", async () => {
  const accounts = await Promise.all(Array.from({ length: 12 }, () => givenAccount()));
  const outcomes = await Promise.all(accounts.map(({ enter }) => enter(OFFICE)));
  expect(outcomes.map(({ ok }) => ok)).toEqual(Array(12).fill(true));
  expect(await prisma().signInThrottle.findMany({ where: { points: { gt: 0 } } })).toEqual([]);
});

test("an unknown e-mail is counted like a known one, and no e-mail is stored in clear text", async () => {
  const outcomes = await inTurn(11, (place) =>
    signIn(place % 2 ? "Ghost@harbor.test" : " ghost@harbor.test", "x", from(`203.0.113.${place}`)),
  );
  expect(outcomes.at(-1)).toMatchObject(refused);
  const stored = JSON.stringify(await prisma().signInThrottle.findMany());
  expect(stored).not.toMatch(/ghost|203\.0/i);
});

test("a successful sign-in deletes expired counts", async () => {
  const { enter } = await givenAccount();
  await inTurn(3, (place) => signIn(`nobody-${place}@harbor.test`, "wrong", from(`203.0.113.${place}`)));
  await pass();
  await enter(OFFICE);
  expect(await prisma().signInThrottle.count()).toBe(1);
});

test("a wrong password is audited, and answered without waiting for the entry that only existing accounts have", async () => {
  const { enter, id, ctx } = await givenAccount();
  const blocker = new pg.Client({ connectionString: process.env.MIGRATION_URL });
  await blocker.connect();
  await blocker.query("begin");
  await blocker.query("lock table audit_entry in exclusive mode");
  let outcome: SignIn | undefined;
  void enter(OFFICE, "wrong").then((answer) => {
    outcome = answer;
  });
  try {
    await expect.poll(() => outcome, { timeout: 10_000 }).toEqual(wrong);
  } finally {
    await blocker.query("rollback");
    await blocker.end();
  }
  const where = { action: "member.sign_in_failed", subjectId: String(id) };
  const audited = () => inCompany(ctx.company.id, (tx) => tx.auditEntry.count({ where }));
  await expect.poll(audited, { timeout: 10_000 }).toBe(1);
});
