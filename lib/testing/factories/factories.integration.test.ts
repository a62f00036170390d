import { verify } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { findMemberByEmail } from "@/lib/access/sql/lookup";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { payableOf, receivableOf } from "../balance-of";
import { expectBooksBalance } from "../invariants";
import { givenCall } from "./given-call";
import { givenCompany } from "./given-company";
import { givenConvertedCall } from "./given-converted-call";
import { givenApiKey, givenSecureToken } from "./given-credentials";
import { givenMember } from "./given-member";

test("a converted call is billed to its buyer at the given price", async () => {
  const { ctx, call } = await givenConvertedCall({ revenue: "12.50", offer_converted: true });
  await rollUp(ctx);
  expect(await receivableOf(ctx, ctx.buyer.id)).toBe(1250n);
  expect(await payableOf(ctx, ctx.trafficSource.id)).toBe(600n);
  expect(call).toMatchObject({ buyer_converted: true, revenue: "12.50", payout: "6.00" });
  await expectBooksBalance(ctx);
});

test("members, keys and tokens have the permissions of their role, and the company's clock", async () => {
  const { ctx, clock } = await givenCompany({ timeZone: "Asia/Tokyo", currency: "JPY", priceMinor: 300n });
  const { id } = await givenCall(ctx);
  const operator = await givenMember(ctx, "operator");
  const key = await givenApiKey(ctx, "manager", { "call.revenue": "none" });
  const token = await givenSecureToken(ctx);
  clock.advance({ days: 3 });

  const saved = await updateCall(operator.ctx, { id }, { buyer_converted: true });
  expect(saved.call.buyer_decision).toMatchObject({ mechanism: "manual", decided_at: clock.now().toISOString() });
  await expect(updateCall(operator.ctx, { id }, { revenue: "5" })).rejects.toThrow("call.revenue: update");
  await expect(updateCall(key.ctx, { id }, { revenue: "5" })).rejects.toThrow("call.revenue: update");
  expect((await updateCall(token.ctx, { id }, { buyer_converted: false })).changed).toBe(true);
  expect(token.token).toMatch(/^[A-Za-z0-9]{40}$/);
});

test("a member can sign in with the given password", async () => {
  const { ctx } = await givenCompany();
  const { email, password } = await givenMember(ctx, "viewer");
  const actual = await findMemberByEmail(email.toUpperCase());
  expect(await verify(actual?.passwordHash ?? "", password)).toBe(true);
});

test("an offer that follows its buyer side converts with it", async () => {
  const { ctx, call } = await givenConvertedCall({
    company: { convertsWithBuyer: true, payout: { percentBasisPoints: 5000 } },
  });
  expect(call).toMatchObject({ offer_converted: true, revenue: "10.00", payout: "5.00" });
  await expectBooksBalance(ctx);
});
