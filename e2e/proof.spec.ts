import { ask } from "./http/support/ask";
import { keyOf } from "./http/support/credentials";
import { demo } from "./http/support/demo";
import { expectNothingFound } from "./support/expect-nothing-found";
import { expect, test } from "./support/test";

test("a member who runs the books proves them, copies the seal and exports the ledger", async ({ as }) => {
  const page = await as("billing");
  await page.goto("/billing/proof");
  await expect(page.getByRole("heading", { level: 1, name: "Ledger verification" })).toBeVisible();
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(page.getByText("Ledger verified")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Copy seal [0-9a-f]{64}/ })).toBeVisible();
  await expect(page.getByText(/ledger-heads/)).toBeVisible();
  await expectNothingFound(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download hledger" }).click();
  expect((await download).suggestedFilename()).toBe("ledger.journal");
});

test("a caller is erased after a word is typed, on a phone in dark mode", async ({ as, newCall }) => {
  const caller = `+1303555${String(Date.now()).slice(-7)}`;
  const { id } = await newCall({ caller, tokens: { zip: "80202" } });
  const page = await as("owner", { colorScheme: "dark", viewport: { width: 375, height: 800 } });
  await page.goto("/calls");
  await page.getByRole("button", { name: /account$/ }).click();
  await page.getByRole("link", { name: "Privacy" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Privacy" })).toBeVisible();
  await expectNothingFound(page);

  await page.getByLabel("Caller’s phone number").fill("nobody");
  await page.getByRole("button", { name: "Find calls" }).click();
  await expect(page.getByText("Enter a phone number with its country code")).toBeVisible();
  await page.getByLabel("Caller’s phone number").fill(caller);
  await page.getByRole("button", { name: "Find calls" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("Erase this caller from 1 call?");
  await expectNothingFound(page);
  await dialog.getByRole("button", { name: "Erase permanently" }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByLabel(/^Type/).fill("erase");
  await dialog.getByRole("button", { name: "Erase permanently" }).click();
  await expect(page.getByText("Erased from 1 call")).toBeVisible();
  await expect(page.getByRole("table", { name: "Erasures, newest first" }).getByRole("row").nth(1)).toContainText(
    "one caller",
  );
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(375);
  await expectNothingFound(page);

  const { body } = await ask("GET", `/api/v1/calls/${id}`, { headers: keyOf(demo) });
  expect((body as { call: { caller: string | null; tokens: object } }).call).toMatchObject({
    caller: null,
    tokens: {},
  });
});

test("without permission for books or settings the page says what is missing", async ({ as }) => {
  const page = await as("operator");
  await page.goto("/billing/proof");
  await expect(page.getByText("“billing: read”")).toBeVisible();
  await page.goto("/privacy");
  await expect(page.getByText("“settings: read”")).toBeVisible();
});
