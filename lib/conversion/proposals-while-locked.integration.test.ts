import { expect, test } from "vitest";
import { inCompany, inCompanySql } from "@/lib/platform/sql/in-company";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { givenCap } from "@/lib/testing/factories/given-cap";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenVerdict } from "@/lib/testing/given-verdict";
import { expectBooksBalance } from "@/lib/testing/invariants";
import { lockCalls } from "./sql/lock-calls";
import { updateCall } from "./update-call";

test("a proposal for a call that another batch has locked is filed without waiting", async () => {
  const { ctx } = await givenCompany();
  await givenCap(ctx, { limit: "1" });
  const [first, second] = (await givenCalls(ctx, [{}, {}])).map(({ id }) => id);
  if (first === undefined || second === undefined) throw new Error("two calls in, fewer out");
  expect([await givenVerdict(ctx, first), await givenVerdict(ctx, second)]).toEqual([true, false]);
  await inCompanySql(ctx.company.id, async (tx) => {
    await lockCalls(tx, [second], [], false);
    await updateCall(ctx, { id: first }, { buyer_converted: false });
  });
  const items = await inCompany(ctx.company.id, (tx) => tx.inbox.findMany({ where: { companyId: tx.company } }));
  expect(items).toMatchObject([{ reason: "cap_freed", callId: BigInt(second), side: "buyer" }]);
  await expectBooksBalance(ctx);
});
