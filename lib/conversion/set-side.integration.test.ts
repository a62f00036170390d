import { expect, test } from "vitest";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenMember } from "@/lib/testing/factories/given-member";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { getCall } from "./get-call";
import { returnToAutomatic } from "./set-side";
import { updateCall } from "./update-call";

async function givenStatedRevenue() {
  const { ctx } = await givenCompany();
  const { id } = await givenCall(ctx);
  await updateCall(ctx, { id }, { buyer_converted: true, revenue: "500" });
  return { ctx, call: { id } };
}

test("a member who may change revenue withdraws a stated amount by returning to automatic", async () => {
  const { ctx, call } = await givenStatedRevenue();
  await returnToAutomatic(ctx, call, { side: "buyer" });
  expect((await updateCall(ctx, call, { buyer_converted: true })).call.revenue).toBe("10.00");
  await expectBooksBalance(ctx);
});

test("a member who may not change revenue cannot do so by returning to automatic and converting again", async () => {
  const { ctx, call } = await givenStatedRevenue();
  const operator = await givenMember(ctx, "operator");
  await returnToAutomatic(operator.ctx, call, { side: "buyer" });
  await updateCall(operator.ctx, call, { buyer_converted: true });
  expect((await getCall(ctx, call)).revenue).toBe("500.00");
  await expectBooksBalance(ctx);
});
