import { CallPage } from "./support/call-page";
import { expect, test } from "./support/test";

test("an invalid amount is rejected at its field, which gets the focus", async ({ as, newCall }) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  await call.buyerConverted.check();
  for (const wrong of ["10.505", "1,00", "-1", "1e3"]) {
    await call.revenue.fill(wrong);
    await call.save.click();
    await expect(call.revenue).toHaveAttribute("aria-invalid", "true");
    await expect(call.revenue).toBeFocused();
  }
  await expect(call.bar).toContainText("Nothing was saved.");
  await call.revenue.fill("10.50");
  await expect(call.bar).not.toContainText("Nothing was saved.");
  await expect(call.history).toContainText("No conversion activity yet.");
});

test("an amount may be typed with commas, and is shown with them", async ({ as, newCall }) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  await call.buyerConverted.check();
  await call.revenue.fill("1,250.5");
  await call.saveAndWait();
  await expect(call.revenue).toHaveValue("1,250.50");
  await expect(call.line("charge")).toContainText("1,250.50");
});

test("errors appear at their field before saving, and disappear while typing", async ({ as, newCall }) => {
  const { id } = await newCall({ buyer_id: undefined });
  const call = await CallPage.open(await as("owner"), id);
  await call.buyerConverted.check();
  await expect(call.buyer).toHaveAccessibleDescription(/Choose a buyer/);
  await expect(call.bar).toContainText("Not ready to save: Buyer");
  await call.buyer.pressSequentially("a");
  await expect(call.buyer).toBeFocused();
  await call.page.getByRole("option").first().click();
  await expect(call.bar).toContainText("Next rollup posts: charge");
  await expect(call.buyer).not.toHaveAttribute("aria-invalid", "true");
});

test("an emptied amount is asked for, without promising the agreed price", async ({ as, newCall }) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  await expect(call.revenue).toHaveAttribute("placeholder", "Agreed price");
  await call.buyerConverted.check();
  await call.revenue.fill("1,250.00");
  await call.saveAndWait();
  await call.revenue.fill("");
  await expect(call.revenue).toHaveAccessibleDescription(/Enter an amount, or 0\.00 for none\./);
  await expect(call.revenue).not.toHaveAttribute("placeholder");
  await expect(call.bar).toContainText("Not ready to save: Revenue");
  await call.revenue.fill("1250");
  await expect(call.page.getByText("Nothing to save")).toBeVisible();
});

test("the server's messages appear at their fields", async ({ as, newCall }) => {
  const { id } = await newCall();
  const page = await as("owner");
  const call = await CallPage.open(page, id);
  const problem = {
    type: "/docs/api#invalid",
    title: "Invalid input",
    status: 422,
    detail: "Some values are invalid. Nothing was saved.",
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

test("without a connection no edit is lost, and saving again works", async ({ as, newCall }) => {
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

test("converting at 0.00 is legal, and gives a warning", async ({ as, newCall }) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  await call.buyerConverted.check();
  await call.revenue.fill("0");
  await expect(call.page.getByText("Converted at 0.00")).toBeVisible();
  await call.saveAndWait();
  await expect(call.buyerConverted).toBeChecked();
  await expect(call.billing).toContainText("Nothing to bill");
});
