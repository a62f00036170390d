import { expect, test } from "vitest";
import { Conflict } from "@/lib/base/errors";
import { systemClock } from "@/lib/platform/config/clock";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { type GivenMember, givenMember } from "@/lib/testing/factories/given-member";
import { STRANGER } from "@/lib/testing/factories/stranger";
import { renewOwnRecoveryCodes } from "./own-security";
import { hashPassword } from "./passwords";
import { renewRecoveryCodes, sealTotp } from "./second-factor";
import { signIn } from "./sign-in";
import { saveMember, savePassword } from "./sql/members";
import { saveTotp } from "./sql/second-factor";
import { endSessions } from "./sql/sessions";
import { newTotpSecret } from "./totp";

type Change = (tx: Tx, member: GivenMember) => Promise<unknown>;

/** What an attempt comes to that began before the change was committed, and ends after it. */
async function during<T>(member: GivenMember, change: Change, attempt: () => Promise<T>): Promise<T> {
  let outcome: Promise<T> | undefined;
  await inCompany(member.ctx.company.id, async (tx) => {
    await change(tx, member);
    let isOver = false;
    outcome = attempt().finally(() => {
      isOver = true;
    });
    outcome.catch(() => {});
    await expect.poll(async () => isOver || (await somebodyWaits(tx)), { timeout: 20_000 }).toBe(true);
  });
  if (!outcome) throw new Error("there was no attempt");
  return outcome;
}

async function somebodyWaits(tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
  return rows.length > 0;
}

const newPassword: Change = async (tx, { id }) => {
  await savePassword(tx, id, await hashPassword("violet-tractor-91"));
  await endSessions(tx, id);
};
const authenticator: Change = async (tx, { id }) => {
  await saveTotp(tx, id, sealTotp(tx.company, id, newTotpSecret()));
  await renewRecoveryCodes(tx, id);
};
const disabling: Change = (tx, { id, role }) =>
  saveMember(tx, id, { name: "Ana", role, grants: {}, disabledAt: systemClock() });

test.each([
  ["a new password", newPassword],
  ["an authenticator app", authenticator],
  ["disabling", disabling],
])("a sign-in that is under way doesn’t outlive %s", async (_, change) => {
  const member = await givenMember((await givenCompany()).ctx);
  const { email, password } = member;
  expect(await during(member, change, () => signIn({ email, password }, STRANGER))).toMatchObject({ ok: false });
});

test("whoever confirmed the old password sets no second factor after the new one", async () => {
  const member = await givenMember((await givenCompany()).ctx);
  const ctx = { ...member.ctx, now: systemClock };
  await inCompany(ctx.company.id, (tx) => authenticator(tx, member));
  const renewing = during(member, newPassword, () => renewOwnRecoveryCodes(ctx, member.password));
  await expect(renewing).rejects.toThrow(Conflict);
});
