import { CallPage } from "./support/call-page";
import { expect, test } from "./support/test";

test("an amount that is none is refused at its field, which takes the focus", async ({ as, newCall }) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  await call.buyerConverted.check();
  for (const wrong of ["10.505", "1,000", "-1", "1e3"]) {
    await call.revenue.fill(wrong);
    await call.save.click();
    await expect(call.revenue).toHaveAttribute("aria-invalid", "true");
    await expect(call.revenue).toBeFocused();
  }
  await expect(call.history).toContainText("Nobody and nothing has decided");
});

test("the server's messages land on their fields", async ({ as, newCall }) => {
  const { id } = await newCall();
  const page = await as("owner");
  const call = await CallPage.open(page, id);
  const problem = {
    type: "/docs/api#invalid",
    title: "Invalid input",
    status: 422,
    detail: "Some values cannot be accepted. Nothing was saved.",
    code: "invalid",
    request_id: "r",
    errors: { payout: "This payout is not possible." },
  };
  await page.route("**/api/v1/calls/*", (route) => route.fulfill({ status: 422, json: problem }));
  await call.offerConverted.check();
  await call.save.click();
  await expect(page.getByText("This payout is not possible.")).toBeVisible();
  await expect(call.payout).toBeFocused();
  await expect(call.bar).toContainText("Nothing was saved");
});

test("without a connection nothing is lost, and saving again works", async ({ as, newCall }) => {
  const { id } = await newCall();
  const page = await as("owner");
  const call = await CallPage.open(page, id);
  await call.buyerConverted.check();
  await call.revenue.fill("8");
  await page.context().setOffline(true);
  await call.save.click();
  await expect(call.bar).toContainText("Your edits are still here");
  await page.context().setOffline(false);
  await expect(call.revenue).toHaveValue("8");
  await call.saveAndWait();
  await expect(call.line("charge")).toContainText("8.00");
});

test("converting at 0.00 is legal, and warned of", async ({ as, newCall }) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  await call.buyerConverted.check();
  await call.revenue.fill("0");
  await expect(call.page.getByText("Converted at 0.00")).toBeVisible();
  await call.saveAndWait();
  await expect(call.buyerConverted).toBeChecked();
  await expect(call.billing).toContainText("Nothing to bill");
});
