import { ask } from "./http/support/ask";
import { convert } from "./http/support/convert";
import { keyOf } from "./http/support/credentials";
import { demo } from "./http/support/demo";
import { givenCall } from "./http/support/given-call";
import { expectNothingFound } from "./support/expect-nothing-found";
import { expect, test } from "./support/test";

async function givenBuyer(): Promise<number> {
  const json = { name: `Capstone ${process.pid}-${Date.now()}` };
  const { body } = await ask("POST", "/api/v1/buyers", { headers: keyOf(demo), json });
  return (body as { buyer: { id: number } }).buyer.id;
}

test("a cap is added, used, edited and withdrawn, and the call over it is marked", async ({ as }) => {
  const buyer = await givenBuyer();
  const page = await as("owner");
  await page.goto(`/buyers/${buyer}`);
  await page.getByRole("link", { name: "Caps", exact: true }).click();
  await expect(page.getByText("No caps")).toBeVisible();
  await expectNothingFound(page);

  await page.getByRole("button", { name: "New cap" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Add cap" }).click();
  await expect(dialog.getByText("Enter a limit.")).toBeVisible();
  await expectNothingFound(page);
  await dialog.getByRole("textbox", { name: "Limit" }).fill("1");
  await dialog.getByRole("button", { name: "Add cap" }).click();
  const caps = page.getByRole("listitem").filter({ has: page.getByRole("meter") });
  await expect(caps).toContainText("0 of 1");
  await expect(caps).toContainText(/resets in (\d+ [dh]|\d+:\d\d)/);

  const call = await givenCall(demo);
  const moved = { buyer_converted: "true", buyer_id: String(buyer), revenue: "10" };
  await convert(call, { query: moved });
  const second = await givenCall(demo);
  await convert(second, { query: moved });
  await page.reload();
  await expect(caps).toContainText("2 of 1");
  await expect(caps).toContainText("over the cap");
  await caps.getByRole("button", { name: /^Show calls/ }).click();
  const calls = page.getByRole("table", { name: /^Calls counted now/ });
  await expect(calls.getByRole("row")).toHaveCount(3);
  await expectNothingFound(page);
  const marked = calls.getByRole("row").filter({ hasText: "over the cap" });
  await expect(marked).toHaveCount(1);
  await marked.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("→");
  await expect(page.getByText("over the cap", { exact: true })).toBeVisible();
  await page.goBack();

  await caps.getByRole("button", { name: /^Edit/ }).click();
  await dialog.getByRole("textbox", { name: "Limit" }).fill("5");
  await dialog.getByRole("button", { name: "Save cap" }).click();
  await expect(caps).toContainText("2 of 5");
  await caps.getByRole("button", { name: /^Withdraw/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Withdraw cap" }).click();
  await expect(page.getByText("2 withdrawn caps")).toBeVisible();
  await expect(page.getByText("No caps")).toBeVisible();
});

test("caps fit a phone in dark mode, and a member with read permission edits nothing", async ({ as }) => {
  const buyer = await givenBuyer();
  const json = { measure: "revenue", span: "month", limit: "500" };
  await ask("POST", `/api/v1/buyers/${buyer}/caps`, { headers: keyOf(demo), json });
  const page = await as("manager", { colorScheme: "dark", viewport: { width: 375, height: 800 } });
  await page.goto(`/buyers/${buyer}/caps`);
  await expect(page.getByText("0.00 of 500.00")).toBeVisible();
  await expect(page.getByRole("button", { name: "New cap" })).toHaveCount(0);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(375);
  await expectNothingFound(page);
});
