import { describe, expect, test } from "vitest";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/base/errors";
import { systemClock } from "@/lib/platform/config/clock";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { STRANGER } from "@/lib/testing/factories/stranger";
import { sessionContext } from "./authenticate";
import type { Context } from "./context";
import { acceptMemberLink, openMemberLink } from "./member-links";
import { changeMember, createMemberLink, endMemberSessions, inviteMember, listCompanyMembers } from "./members";
import { changePassword } from "./own-security";
import { endOtherSessions, endOwnSession, endSessionWith, listOwnSessions } from "./sessions";
import { signIn } from "./sign-in";

const PASSWORD = "staple lantern orbit";
const keyOf = (link: string) => link.split("/").at(-1) ?? "";
const newEmail = () => `ana-${crypto.randomUUID()}@harbor.test`;

async function accept(link: string, password = PASSWORD) {
  return acceptMemberLink(await openMemberLink(keyOf(link)), password);
}

async function enter(email: string, password = PASSWORD): Promise<string> {
  const outcome = await signIn({ email, password }, STRANGER);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.session;
}

const stands = async (session: string) => (await sessionContext(session, systemClock)) !== null;

async function sessionOf(email: string, password = PASSWORD): Promise<Context> {
  const ctx = await sessionContext(await enter(email, password), systemClock);
  if (!ctx) throw new Error("the session does not stand");
  return ctx;
}

async function givenAna(role: "operator" | "owner" = "operator") {
  const { ctx } = await givenCompany();
  const owner = await givenMember(ctx);
  const email = newEmail();
  const { member, link } = await inviteMember(owner.ctx, { email, name: "Ana Ruiz", role });
  await accept(link);
  return { owner, ana: { id: member.id, email }, ctx };
}

describe("an invitation", () => {
  test("lets in once, with the password that the member chose", async () => {
    const { ctx } = await givenCompany();
    const { ctx: owner } = await givenMember(ctx);
    const email = newEmail();
    const { member, link } = await inviteMember(owner, { email: email.toUpperCase(), name: "Ana", role: "operator" });
    expect(member).toMatchObject({ email, state: "invited" });
    expect(await signIn({ email, password: PASSWORD }, STRANGER)).toMatchObject({ ok: false, reason: "wrong" });
    await accept(link);
    await expect(accept(link)).rejects.toThrow(NotFound);
    expect((await sessionOf(email)).actor.access["call.revenue"]).toBe("none");
    expect(await listCompanyMembers(owner)).toContainEqual(expect.objectContaining({ email, state: "active" }));
  });

  test("of which two are accepted at once makes one member with one password", async () => {
    const { ctx } = await givenCompany();
    const { ctx: owner } = await givenMember(ctx);
    const email = newEmail();
    const first = await inviteMember(owner, { email, name: "Ana", role: "operator" });
    const second = await inviteMember(owner, { email, name: "Ana Ruiz", role: "viewer" });
    expect(second.member.id).toBe(first.member.id);
    await expect(openMemberLink(keyOf(first.link))).rejects.toThrow(NotFound);
    const open = await openMemberLink(keyOf(second.link));
    const passwords = ["violet-tractor-91", "kT7#pw2Lz!qe", PASSWORD];
    const outcomes = await Promise.allSettled(passwords.map((password) => acceptMemberLink(open, password)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const accepted = outcomes.findIndex(({ status }) => status === "fulfilled");
    for (const [place, password] of passwords.entries())
      expect((await signIn({ email, password }, STRANGER)).ok).toBe(place === accepted);
    expect((await listCompanyMembers(owner)).filter((row) => row.email === email)).toHaveLength(1);
  });

  test("at once of the same address makes one member", async () => {
    const { ctx } = await givenCompany();
    const { ctx: owner } = await givenMember(ctx);
    const email = newEmail();
    const invited = await Promise.allSettled(
      [1, 2, 3].map(() => inviteMember(owner, { email, name: "Ana", role: "operator" })),
    );
    expect(invited.some(({ status }) => status === "fulfilled")).toBe(true);
    expect((await listCompanyMembers(owner)).filter((row) => row.email === email)).toHaveLength(1);
  });

  test("gives nobody more than who invites has, and takes no address of somebody else", async () => {
    const { ctx } = await givenCompany();
    const manager = await givenMember(ctx, "manager", { members: "update" });
    await expect(inviteMember(manager.ctx, { email: newEmail(), name: "X", role: "admin" })).rejects.toThrow(Forbidden);
    const wide = { email: newEmail(), name: "X", role: "viewer", permissions: { keys: "update" } } as const;
    await expect(inviteMember(manager.ctx, wide)).rejects.toThrow(Forbidden);
    await expect(inviteMember((await givenMember(ctx, "operator")).ctx, wide)).rejects.toThrow(Forbidden);
    const elsewhere = await givenMember((await givenCompany()).ctx);
    const taken = { email: elsewhere.email, name: "X", role: "viewer" } as const;
    await expect(inviteMember((await givenMember(ctx)).ctx, taken)).rejects.toThrow(Invalid);
  });

  test("refuses a password that is easy to guess, and stays open", async () => {
    const { ctx } = await givenCompany();
    const { link } = await inviteMember((await givenMember(ctx)).ctx, {
      email: newEmail(),
      name: "Ana",
      role: "viewer",
    });
    await expect(accept(link, "password1234")).rejects.toThrow(Invalid);
    await accept(link);
  });
});

describe("a session ends", () => {
  test("by signing out", async () => {
    const { ana } = await givenAna();
    const session = await enter(ana.email);
    expect(await stands(session)).toBe(true);
    await endSessionWith(session, systemClock);
    expect(await stands(session)).toBe(false);
  });

  test("by a new password, but for the one that set it, and so do links to set one", async () => {
    const { owner, ana } = await givenAna();
    const other = await enter(ana.email);
    const ctx = await sessionOf(ana.email);
    const { link } = await createMemberLink(owner.ctx, ana.id);
    await expect(changePassword(ctx, { current_password: "wrong", new_password: "violet-tractor-91" })).rejects.toThrow(
      Invalid,
    );
    await expect(changePassword(ctx, { current_password: PASSWORD, new_password: PASSWORD })).rejects.toThrow(Invalid);
    expect(await stands(other)).toBe(true);
    expect(await changePassword(ctx, { current_password: PASSWORD, new_password: "violet-tractor-91" })).toBe(1);
    expect(await stands(other)).toBe(false);
    expect(await listOwnSessions(ctx)).toMatchObject([{ current: true }]);
    await expect(accept(link)).rejects.toThrow(NotFound);
    expect((await signIn({ email: ana.email, password: PASSWORD }, STRANGER)).ok).toBe(false);
  });

  test.each([
    ["a changed role", { role: "viewer" }],
    ["a changed permission", { permissions: { billing: "read" } }],
    ["disabling", { disabled: true }],
  ] as const)("by %s", async (_, update) => {
    const { owner, ana } = await givenAna();
    const session = await enter(ana.email);
    await changeMember(owner.ctx, ana.id, { name: "Ana R." });
    expect(await stands(session)).toBe(true);
    await changeMember(owner.ctx, ana.id, update);
    expect(await stands(session)).toBe(false);
  });

  test("one by one, or all others, or by an admin, or by a reset", async () => {
    const { owner, ana } = await givenAna();
    const sessions = [await enter(ana.email), await enter(ana.email), await enter(ana.email)];
    const ctx = await sessionOf(ana.email);
    const [, newest] = await listOwnSessions(ctx);
    if (!newest) throw new Error("no session");
    await endOwnSession(ctx, newest.id);
    expect(await Promise.all(sessions.map(stands))).toEqual([true, true, false]);
    expect(await endOtherSessions(ctx)).toBe(2);
    expect(await endMemberSessions(owner.ctx, ana.id)).toBe(1);
    const again = await enter(ana.email);
    const { link } = await createMemberLink(owner.ctx, ana.id);
    expect(await stands(again)).toBe(true);
    await accept(link, "violet-tractor-91");
    expect(await stands(again)).toBe(false);
    await enter(ana.email, "violet-tractor-91");
  });

  test("but nobody ends those of others", async () => {
    const { ana, ctx } = await givenAna();
    const stranger = await givenAna();
    const session = await enter(ana.email);
    const [own] = await listOwnSessions(await sessionOf(ana.email));
    const other = await sessionOf(stranger.ana.email);
    await expect(endOwnSession(other, own?.id ?? 0)).rejects.toThrow(NotFound);
    await expect(endMemberSessions(stranger.owner.ctx, ana.id)).rejects.toThrow(NotFound);
    await expect(endMemberSessions((await givenMember(ctx, "operator")).ctx, ana.id)).rejects.toThrow(Forbidden);
    expect(await stands(session)).toBe(true);
  });
});

describe("the last owner", () => {
  test("can be neither disabled nor demoted, also by two at once", async () => {
    const { owner, ana } = await givenAna("owner");
    const outcomes = await Promise.allSettled([
      changeMember(owner.ctx, owner.id, { role: "viewer" }),
      changeMember(owner.ctx, ana.id, { disabled: true }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const owners = (await listCompanyMembers(owner.ctx)).filter(
      ({ role, state }) => role === "owner" && state === "active",
    );
    expect(owners).toHaveLength(1);
    await expect(changeMember(owner.ctx, owners[0]?.id ?? 0, { disabled: true })).rejects.toThrow(Conflict);
  });

  test("cannot lose a permission, which nobody could give back", async () => {
    const { owner, ana } = await givenAna("owner");
    const limited = { permissions: { billing: "read" } } as const;
    expect(await changeMember(owner.ctx, ana.id, limited)).toMatchObject(limited);
    await expect(changeMember(owner.ctx, owner.id, limited)).rejects.toThrow(Conflict);
    await expect(changeMember(owner.ctx, owner.id, { role: "admin" })).rejects.toThrow(Conflict);
    await changeMember(owner.ctx, ana.id, { permissions: {} });
    expect(await changeMember(owner.ctx, owner.id, limited)).toMatchObject(limited);
  });

  test("is not replaced by one who was invited and has not come", async () => {
    const { ctx } = await givenCompany();
    const owner = await givenMember(ctx);
    await inviteMember(owner.ctx, { email: newEmail(), name: "Ana", role: "owner" });
    await expect(changeMember(owner.ctx, owner.id, { role: "admin" })).rejects.toThrow(Conflict);
  });
});

test("a disabled member signs in nowhere, and comes back as they were", async () => {
  const { owner, ana } = await givenAna();
  await changeMember(owner.ctx, ana.id, { disabled: true });
  expect((await signIn({ email: ana.email, password: PASSWORD }, STRANGER)).ok).toBe(false);
  await expect(createMemberLink(owner.ctx, ana.id)).rejects.toThrow(Conflict);
  expect(await changeMember(owner.ctx, ana.id, { disabled: false })).toMatchObject({
    state: "active",
    role: "operator",
  });
  await enter(ana.email);
});

test("without a mail server nothing is mailed, and the link is shown to who may pass it on", async () => {
  const { ctx } = await givenCompany();
  const { ctx: owner, id } = await givenMember(ctx);
  const invited = await inviteMember(owner, { email: newEmail(), name: "Ana", role: "operator" });
  const reset = await createMemberLink(owner, id);
  expect([invited.mailed, reset.mailed]).toEqual([false, false]);
  expect((await openMemberLink(keyOf(invited.link))).kind).toBe("invitation");
  expect((await openMemberLink(keyOf(reset.link))).kind).toBe("reset");
});
