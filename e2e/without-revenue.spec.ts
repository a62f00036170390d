import { demo } from "./http/support/demo";
import { CallPage } from "./support/call-page";
import { expect, test } from "./support/test";

const AMOUNT = /4321\.09|4,321\.09|2222\.02|2,222\.02/;

test("without permission for revenue no amount is sent: not in the page, an answer or a conflict", async ({
  as,
  newCall,
  request,
}) => {
  const { id } = await newCall();
  const state = (data: object) =>
    request.put(`${demo.url}/api/v1/calls/${id}`, {
      headers: { authorization: `Bearer ${demo.api_key.secret}` },
      data,
    });
  await state({ buyer_converted: true, revenue: "4321.09", offer_converted: true, payout: "2222.02" });

  const page = await as("operator");
  const answers: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.url().startsWith(demo.url)) answers.push(response.text().catch(() => ""));
  });
  const call = await CallPage.open(page, id);
  await expect(call.buyerConverted).toBeChecked();
  await expect(call.revenue).toHaveCount(0);
  await expect(call.payout).toHaveCount(0);
  await expect(page.getByText("Revenue")).toHaveCount(0);
  await expect(call.line("charge")).toHaveCount(1);

  await call.buyerConverted.uncheck();
  await expect(call.bar).toContainText("credit");
  await state({ revenue: "4321.09", payout: "2222.02", offer_converted: false });
  await call.save.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Keep my edits" }).click();
  await call.saveAndWait();
  await expect(call.line("credit")).toHaveCount(1);
  await page.goto(`/calls?q=${id}`);
  await expect(page.getByRole("list", { name: "Calls, newest first" })).toBeVisible();

  for (const text of await Promise.all(answers)) expect(text).not.toMatch(AMOUNT);
  expect(await page.content()).not.toMatch(AMOUNT);
});

test("sending a revenue without the permission is rejected, and nothing is saved", async ({ as, newCall }) => {
  const { id } = await newCall();
  const page = await as("operator");
  await CallPage.open(page, id);
  const status = await page.evaluate(async (address) => {
    const body = JSON.stringify({ buyer_converted: true, revenue: "5.00" });
    const response = await fetch(address, { method: "PUT", headers: { "content-type": "application/json" }, body });
    return response.status;
  }, `/api/v1/calls/${id}`);
  expect(status).toBe(403);
  const call = await CallPage.open(page, id);
  await expect(call.buyerConverted).not.toBeChecked();
});

test("a member who reads amounts and may not convert sees them as text, without Save Changes", async ({
  as,
  newCall,
}) => {
  const { id } = await newCall();
  const owner = await CallPage.open(await as("owner"), id);
  await owner.buyerConverted.check();
  await owner.revenue.fill("14");
  await owner.saveAndWait();

  const call = await CallPage.open(await as("billing"), id);
  await expect(call.buyerConverted).toBeDisabled();
  await expect(call.revenue).toHaveCount(0);
  await expect(call.page.getByRole("definition").filter({ hasText: "14.00" })).toBeVisible();
  await expect(call.save).toHaveCount(0);
});
