import { demo } from "./http/support/demo";
import { CallPage } from "./support/call-page";
import { expect, test } from "./support/test";

test("a converted call is charged by the next rollup, and reversed by a credit beside the charge", async ({
  as,
  newCall,
}) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);

  await call.buyerConverted.check();
  await call.revenue.fill("12.5");
  await call.reason.fill("agreed by phone");
  await expect(call.bar).toContainText("Unsaved: Buyer Converted?, Revenue");
  await expect(call.bar).toContainText("12.50");
  await call.saveAndWait();
  await expect(call.line("charge")).toContainText("12.50");
  await expect(call.history).toContainText("“agreed by phone”");

  await call.runRollup();
  await expect(call.line("charge")).toContainText("posted");

  await call.buyerConverted.uncheck();
  await call.saveAndWait();
  await expect(call.line("credit")).toContainText("−12.50");
  await expect(call.line("credit")).toContainText("Offsets the charge of 12.50");
  await call.runRollup();
  await expect(call.line("credit")).toContainText("posted");
  await expect(call.billing.getByRole("row", { name: "Buyer owes" })).toContainText("0.00");
});

test("pending entries become posted without a reload once the rollup has run", async ({ as, newCall, request }) => {
  const { id } = await newCall();
  const page = await as("owner");
  const call = await CallPage.open(page, id);
  await page.route("**/billing", async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    answer.billing.next_rollup_at = new Date(Date.now() + 1_000).toISOString();
    await route.fulfill({ response, json: answer });
  });
  await call.buyerConverted.check();
  await call.revenue.fill("3");
  await call.saveAndWait();
  await expect(call.line("charge")).toHaveCount(1);
  const rollup = `${demo.url}/api/v1/rollups`;
  const answer = await request.post(rollup, { headers: { authorization: `Bearer ${demo.api_key.secret}` } });
  expect(answer.ok()).toBe(true);
  await expect(call.line("charge")).toContainText("posted");
});

test("ticking the box shows the price and what will be posted", async ({ as, newCall }) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  await call.buyerConverted.check();
  await expect(call.revenue).toHaveAccessibleDescription(/Agreed price \d+\.\d\d/);
  const [, price = ""] = /Agreed price (\S+)/.exec((await call.buyerSide.textContent()) ?? "") ?? [];
  await expect(call.bar).toContainText(`Next rollup posts: charge ${price}`);
  await call.revenue.fill("7");
  await expect(call.bar).toContainText("Next rollup posts: charge 7.00");
  await expect(call.buyerSide).not.toContainText("Agreed price");
  await expect(call.history).toContainText("No conversion activity yet.");
  await call.revenue.fill("");
  await call.saveAndWait();
  await expect(call.line("charge")).toContainText(price);
});

test("only edited fields are sent, with the version they are based on", async ({ as, newCall }) => {
  const { id } = await newCall();
  const page = await as("owner");
  const call = await CallPage.open(page, id);
  const sent = (address: RegExp) =>
    page.waitForRequest((request) => request.method() === "PUT" && address.test(request.url()));
  const [asked, saved] = [sent(/dry_run=true$/), sent(/\d$/)];
  await call.offerConverted.check();
  expect((await asked).postDataJSON()).toEqual({ version: "0", offer_converted: true });
  await call.save.click();
  expect((await saved).postDataJSON()).toEqual({ version: "0", offer_converted: true });
});

test("the offer side converts alone and pays the traffic source", async ({ as, newCall }) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  await call.offerConverted.check();
  await call.payout.fill("6");
  await call.saveAndWait();
  await expect(call.line("payout")).toContainText("6.00");
  await expect(call.line("charge")).toHaveCount(0);
  await expect(call.buyerConverted).not.toBeChecked();
  await expect(call.page.getByText("Payout without revenue")).toBeVisible();
});

test("a converted call moves to another buyer: the first gets a credit, the second a charge", async ({
  as,
  newCall,
}) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  const first = await call.buyer.inputValue();
  await call.buyerConverted.check();
  await call.revenue.fill("10");
  await call.saveAndWait();

  await call.buyer.click();
  const another = call.page.getByRole("option").filter({ hasNotText: first }).first();
  const second = (await another.textContent()) ?? "";
  await another.click();
  await call.saveAndWait();

  await expect(call.buyer).toHaveValue(second);
  await expect(call.line("credit")).toContainText(first);
  await expect(call.line("charge").filter({ hasText: "Offset by the credit" })).toContainText(first);
  await expect(call.line("charge").filter({ hasText: second })).toHaveCount(1);
  await expect(call.history).toContainText(second);
});

test("a buyer is found and chosen by keyboard, and Ctrl+S saves", async ({ as, newCall }) => {
  const { id } = await newCall();
  const page = await as("owner");
  const call = await CallPage.open(page, id);
  const first = await call.buyer.inputValue();
  await call.buyer.click();
  const wanted = (await page.getByRole("option").filter({ hasNotText: first }).first().textContent()) ?? "";
  await page.keyboard.press("Escape");

  await call.buyerConverted.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(call.buyer).toBeFocused();
  await page.keyboard.type(wanted);
  await page.keyboard.press("Enter");
  await expect(call.buyer).toHaveAttribute("aria-expanded", "false");
  await expect(call.buyer).toHaveValue(wanted);
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Nothing to save")).toBeVisible();
  await expect(call.buyerConverted).toBeChecked();
  await expect(call.history).toContainText(wanted);
});

test("a call without a buyer cannot convert until one is chosen", async ({ as, newCall }) => {
  const { id } = await newCall({ buyer_id: undefined });
  const call = await CallPage.open(await as("owner"), id);
  await call.buyerConverted.check();
  await call.save.click();
  await expect(call.page.getByText("Choose a buyer")).toBeVisible();
  await expect(call.buyer).toBeFocused();
});

test("the tooltip of TS Converted? shows on hover and belongs to the checkbox", async ({ as, newCall }) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  await expect(call.offerConverted).toHaveAccessibleDescription("Did The Traffic Source Convert?");
  await call.page.getByText("TS Converted?", { exact: true }).hover();
  await expect(call.page.getByText("Did The Traffic Source Convert?").locator("visible=true")).toBeVisible();
});
