import { expect, test } from "vitest";
import { saveBuyerWebhook } from "@/lib/inbound/save-buyer-webhook";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { listBuyers } from "./list-owners";

test("a buyer converts by webhook once it has an endpoint, until that is paused", async () => {
  const { ctx, buyer, otherBuyer } = await givenCompany();
  const webhooks = async () => {
    const { parties } = await listBuyers(ctx, {});
    return parties.map(({ id, conversion }) => [id, conversion.mechanisms.includes("webhook")]);
  };
  expect(await webhooks()).toEqual([
    [buyer.id, false],
    [otherBuyer.id, false],
  ]);
  await saveBuyerWebhook(ctx, buyer.id, {});
  expect(await webhooks()).toContainEqual([buyer.id, true]);
  expect(await webhooks()).toContainEqual([otherBuyer.id, false]);
  await saveBuyerWebhook(ctx, buyer.id, { paused: true });
  expect(await webhooks()).toContainEqual([buyer.id, false]);
});
