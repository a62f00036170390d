import { expect, test } from "vitest";
import { log } from "@/lib/platform/log/log";
import { prisma } from "@/lib/platform/sql/prisma";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { type GivenMember, givenMember } from "@/lib/testing/factories/given-member";
import { type SignIn, signIn, type Visitor } from "./sign-in";

const ATTEMPTS = 10_000;
const ADDRESSES = 100;
const ACCOUNTS = 50;
const AT_ONCE = 20;
const FAILURES_OF_AN_ACCOUNT = 10;
/** Far more than the second that a sign-in takes at most, since the machine may be busy with other tests. */
const OTHERS_WAIT_AT_MOST_MS = 5_000;

const visitor = (address: string, device?: string): Visitor => ({
  network: address,
  address,
  userAgent: "",
  deviceOf: () => device,
});
const attacker = (place: number) => visitor(`198.51.100.${place % ADDRESSES}`);
const enter = ({ email, password }: Pick<GivenMember, "email" | "password">, from: Visitor): Promise<SignIn> =>
  signIn({ email, password }, from);

/** A device that the member signed in with before. */
async function givenDevice(member: GivenMember): Promise<Visitor> {
  const outcome = await enter(member, visitor("203.0.113.1"));
  if (!outcome.ok) throw new Error(outcome.reason);
  return visitor("203.0.113.1", outcome.device);
}

async function timed<T>(work: () => Promise<T>): Promise<{ outcome: T; milliseconds: number }> {
  const began = performance.now();
  const outcome = await work();
  return { outcome, milliseconds: performance.now() - began };
}

test(`${ATTEMPTS} wrong passwords from ${ADDRESSES} addresses against ${ACCOUNTS} accounts lock out no owner and let nobody in`, async () => {
  log().level = "silent";
  const { ctx } = await givenCompany();
  const members = await Promise.all(Array.from({ length: ACCOUNTS }, () => givenMember(ctx)));
  const devices = await Promise.all(members.map(givenDevice));
  const bystander = await givenMember(ctx);

  const counts = new Map<string, number>();
  const meanwhile: { outcome: SignIn; milliseconds: number }[] = [];
  let next = 0;
  const attack = async () => {
    while (next < ATTEMPTS) {
      const place = next;
      next += 1;
      const { email } = members[place % ACCOUNTS] as GivenMember;
      // Every address comes by every account.
      const from = attacker(place + Math.floor(place / ADDRESSES));
      const outcome = await signIn({ email, password: `wrong-${place}` }, from);
      const reason = outcome.ok ? "let in" : outcome.reason;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      if (place % 500 === 0)
        meanwhile.push(await timed(() => enter(bystander, visitor(`203.0.113.${place / 500 + 2}`))));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, attack));

  // Each account was guessed at ten times, and then no more passwords were checked.
  expect(Object.fromEntries(counts)).toEqual({
    wrong: ACCOUNTS * FAILURES_OF_AN_ACCOUNT,
    too_many_attempts: ATTEMPTS - ACCOUNTS * FAILURES_OF_AN_ACCOUNT,
  });
  expect(meanwhile.filter(({ outcome }) => !outcome.ok)).toEqual([]);
  expect(meanwhile.length).toBe(ATTEMPTS / 500);
  expect(Math.max(...meanwhile.map(({ milliseconds }) => milliseconds))).toBeLessThan(OTHERS_WAIT_AT_MOST_MS);
  for (const [place, member] of members.entries()) {
    const right = await enter(member, attacker(place));
    expect(right).toMatchObject({ ok: false, reason: "too_many_attempts" });
    expect(await enter(member, devices[place] as Visitor)).toMatchObject({ ok: true });
  }
  // Counters by account and network, not by attempt.
  expect(await prisma().signInThrottle.count()).toBeLessThan(2 * (ACCOUNTS + ADDRESSES) + 100);
});
