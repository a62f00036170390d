import type { Page } from "@playwright/test";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { givenCalls } from "@/lib/testing/factories/given-call";
import { expectNothingFound } from "./support/expect-nothing-found";
import { OwnCompany } from "./support/given-own-company";
import { expect, test } from "./support/test";

/** Longer than any day, including days with a clock change. */
const MORE_THAN_A_DAY_MS = 36 * 3_600_000;

/** Two calls of one day and one of an earlier day, converted and billed. */
async function givenBooks(company: OwnCompany) {
  const { ctx } = company;
  const at = (daysAgo: number) => new Date(ctx.now().getTime() - daysAgo * MORE_THAN_A_DAY_MS - 60_000);
  const calls = await givenCalls(
    ctx,
    [at(0), at(0), at(1)].map((started_at) => ({ started_at })),
  );
  for (const { id } of calls) await updateCall(ctx, { id }, { buyer_converted: true, offer_converted: true });
  await rollUp(ctx);
  return calls[0]?.id ?? 0;
}

/** The newest day in the table. */
async function openNewestDay(page: Page) {
  await page.getByText("Show as a table").click();
  const days = page.getByRole("group", { name: /^Days in USD/ }).getByRole("row");
  await days.filter({ hasText: "20.00" }).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Billing on");
}

test.describe("the books", () => {
  for (const width of [375, 1280]) {
    test(`lead from the home to a day, an account, a call and back (${width})`, async ({ browser }) => {
      const company = await OwnCompany.make(browser);
      const first = await givenBooks(company);
      const page = await company.as("owner", { viewport: { width, height: 900 } });
      await page.goto("/billing");
      const buyers = page.getByRole("group", { name: "Buyers" });
      await expect(buyers.getByRole("row", { name: /Birch Roofing/ })).toContainText("owes");
      await expect(buyers.getByRole("row", { name: /Birch Roofing/ })).toContainText("30.00");
      await expectNothingFound(page);

      await page.getByRole("link", { name: "Previous month" }).click();
      await expect(page.locator("dt", { hasText: "Receivable from buyers" }).locator("+ dd")).toContainText("end of");
      await expect(page.getByRole("columnheader", { name: /^Balance USD, end of / }).first()).toBeVisible();
      await page.getByRole("link", { name: "Next month" }).click();
      await expect(page.getByRole("columnheader", { name: /^Balance USD/ }).first()).not.toContainText("end of");
      await openNewestDay(page);
      const ofDay = page.getByRole("group", { name: "Buyers" });
      await expect(ofDay.getByRole("row", { name: /Cedar Roofs/ })).toHaveCount(0);
      await ofDay.getByRole("link", { name: "20.00" }).click();

      await expect(page.getByRole("heading", { level: 1, name: "Birch Roofing" })).toBeVisible();
      const entries = page.getByRole("group", { name: "Entries of Birch Roofing, newest first" });
      await expect(entries.getByRole("row")).toHaveCount(3);
      await expect(entries.getByRole("row").nth(1)).toContainText("30.00");
      expect(await entries.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
      await expectNothingFound(page);

      await entries.getByRole("link", { name: `Call ${first}` }).click();
      await expect(page).toHaveURL(new RegExp(`/calls/${first}$`));
      await expect(page.getByText("not on a statement yet").filter({ visible: true }).first()).toBeVisible();
      await page.goBack();
      await page.getByRole("link", { name: "Clear filters" }).click();
      await expect(entries.getByRole("row")).toHaveCount(4);

      await entries.getByRole("row").nth(1).getByRole("link", { name: "1", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rollup 1: call entries");
      await expect(page.getByRole("group", { name: "Entries of rollup 1" }).getByRole("row")).toHaveCount(7);
      await expectNothingFound(page);
      await page.context().close();
    });
  }
});

test("arrow keys move between days, and a member without amounts sees an explanation", async ({ browser }) => {
  const company = await OwnCompany.make(browser);
  await givenBooks(company);
  const page = await company.as("owner");
  await page.goto("/billing");
  const days = page.getByRole("group", { name: "Revenue, payout and margin by day" });
  await days.getByRole("link").last().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("a:focus")).toHaveAttribute("aria-label", /: revenue \d+\.\d\d, payout/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/billing\?day=/);
  await page.context().close();

  const viewer = await company.as("viewer");
  for (const address of ["/billing", `/buyers/${company.ctx.buyer.id}/account`, "/billing/rollups"]) {
    await viewer.goto(address);
    await expect(viewer.getByRole("heading", { level: 1 })).toContainText("You don’t have access to");
  }
  await expect(viewer.getByRole("link", { name: "Billing", exact: true })).toHaveCount(0);
  await viewer.context().close();
});
