import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { rollUp } from "@/lib/ledger/roll-up";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { hydrated } from "./support/call-page";
import { OwnCompany } from "./support/given-own-company";
import { expect, test } from "./support/test";

test("terms are set, what is due is issued, and the statement is read as page, PDF and CSV", async ({ browser }) => {
  const company = await OwnCompany.make(browser);
  const { ctx, dayOfLastMonth } = company;
  const started_at = new Date(`${dayOfLastMonth}T18:00:00Z`);
  await givenConvertedCall({ ctx, call: { started_at }, revenue: "100" });
  await rollUp(ctx);
  const page = await company.as("billing");

  await page.goto(`/buyers/${ctx.buyer.id}/account/terms`);
  const form = page.getByRole("form", { name: "Terms" });
  const add = form.getByRole("button", { name: "Add tax" });
  await hydrated(add);
  await form.getByRole("textbox", { name: "Legal name" }).fill("Birch Roofing LLC");
  await add.click();
  await form.getByRole("textbox", { name: "Name of the tax" }).fill("Sales tax");
  await form.getByRole("textbox", { name: "Percent" }).fill("8.87555");
  await form.getByRole("button", { name: "Save terms" }).click();
  await expect(form.getByText("Enter a percentage such as 8.875")).toBeVisible();
  await form.getByRole("textbox", { name: "Percent" }).fill("8.875");
  await form.getByRole("button", { name: "Save terms" }).click();
  const history = page.getByRole("table", { name: "Versions of these terms, newest first" });
  await expect(history).toContainText("monthly, 30 days net, Sales tax 8.875 %");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto("/billing/statements");
  const due = page.getByRole("button", { name: "Issue due statements" });
  await hydrated(due);
  await due.click();
  const dialog = page.getByRole("alertdialog", { name: "Issue 1 statement?" });
  await expect(dialog).toContainText("1 invoice, billing USD 108.88.");
  await expect(dialog).toContainText("months that aren’t closed yet");
  await dialog.getByRole("button", { name: "Issue" }).click();
  const list = page.getByRole("table", { name: "Statements, newest first" });
  await expect(list).toContainText("108.88");
  const filters = page.getByRole("search", { name: "Filter the statements" });
  await filters.getByRole("searchbox", { name: "Buyer or traffic source" }).fill("birch");
  await filters.getByRole("combobox", { name: "Type" }).selectOption("Payout statements");
  await filters.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("No matching statements")).toBeVisible();
  await page.goto("/billing/statements?q=birch&type=buyer");
  await page.getByRole("navigation", { name: "States" }).getByRole("link", { name: "Open" }).click();
  await expect(page).toHaveURL(/q=birch&type=buyer&state=open$/);
  await expect(list.getByRole("row")).toHaveCount(2);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await list.getByRole("link", { name: "INV-000001" }).click();

  await expect(page.getByRole("heading", { name: "Invoice INV-000001" })).toBeVisible();
  await expect(page.getByRole("region", { name: "For" })).toContainText("Birch Roofing LLC");
  await expect(page.getByRole("table", { name: "Summary by kind and offer" })).toContainText("108.88");
  await expect(page.getByRole("table", { name: "Lines" })).toContainText("…0142");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const contents = [];
  for (const file of ["PDF", "CSV"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: `Download ${file}` }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(`INV-000001.${file.toLowerCase()}`);
    contents.push(await readFile(await saved.path(), "latin1"));
  }
  expect(contents[0]).toMatch(/^%PDF-1\.3[\s\S]+%%EOF\s*$/);
  expect(contents[1]).toContain("INV-000001,closing,");
  expect(contents[1]).toMatch(/,8\.88,,USD,Sales tax,/);

  await page.goto(`/buyers/${ctx.buyer.id}/statements`);
  await expect(page.getByRole("table", { name: "Upcoming statements" })).toContainText("108.88");
  await page.context().close();
});

test("on a phone every amount of a statement is visible without horizontal scrolling", async ({ as }) => {
  const page = await as("billing", { viewport: { width: 390, height: 844 } });
  await page.goto("/billing/statements");
  const list = page.getByRole("table", { name: "Statements, newest first" });
  await expect(list).toBeVisible();
  await expectInView(page);
  const ofParty = await partyOf(list);
  await list.getByRole("link").first().click();
  await expect(page.getByRole("table", { name: /lines$/i }).first()).toBeVisible();
  await expectInView(page);
  await page.goto(`${ofParty}/statements`);
  await expect(page.getByRole("table", { name: "Upcoming statements" })).toBeVisible();
  await expectInView(page);
});

async function partyOf(list: Locator): Promise<string> {
  const address = await list.locator('a[href$="/statements"]').first().getAttribute("href");
  return address?.replace(/\/statements$/, "") ?? "";
}

/** If a table is wider than the page, its last columns are cut off. */
async function expectInView(page: Page): Promise<void> {
  const widths = await page
    .getByRole("table")
    .evaluateAll((tables) => tables.map((table) => [table.ariaLabel, table.scrollWidth > window.innerWidth]));
  expect(widths.length).toBeGreaterThan(0);
  expect(widths.filter(([, tooWide]) => tooWide)).toEqual([]);
}
