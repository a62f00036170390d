import type { Page } from "@playwright/test";
import { periodText } from "@/components/ui/period-text";
import { localMonth } from "@/lib/base/local-month";
import { type Month, monthsLater, monthText } from "@/lib/base/month";
import { rollUp } from "@/lib/ledger/roll-up";
import { issueStatements } from "@/lib/statement/issue-statements";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { CallPage, hydrated } from "./support/call-page";
import { expectNothingFound } from "./support/expect-nothing-found";
import { OwnCompany } from "./support/given-own-company";
import { expect, test } from "./support/test";

const TWICE = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 375, height: 800 } },
] as const;

const inMonth = (month: Month) => ({ started_at: new Date(`${month}-15T18:00:00Z`) });

/** Last month: a call at 10.00, one at 0.00, and a payout without revenue. */
async function givenLastMonth(company: OwnCompany) {
  const { ctx } = company;
  const present = localMonth(ctx.now(), ctx.company.timeZone);
  const month = monthsLater(present, -1);
  const call = inMonth(month);
  const sold = await givenConvertedCall({ ctx, call, offer_converted: true });
  await givenConvertedCall({ ctx, call, revenue: "0" });
  await givenConvertedCall({ ctx, call, buyer_converted: false, offer_converted: true });
  await rollUp(ctx);
  return { present, month, name: monthText(month), sold: sold.call.id };
}

async function expectNoOverflow(page: Page) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

for (const look of TWICE) {
  test(`a month is reviewed, closed, and corrected later (${look.colorScheme}, ${look.viewport.width})`, async ({
    browser,
  }) => {
    const company = await OwnCompany.make(browser);
    const { present, month, name, sold } = await givenLastMonth(company);
    const page = await company.as("owner", look);

    await page.goto("/billing/periods");
    const row = page.getByRole("row", { name: new RegExp(name) });
    await expect(row).toContainText("ready to close");
    await expect(row).toContainText("10.00");
    await expectNothingFound(page);
    await expectNoOverflow(page);
    await row.getByRole("link", { name }).click();

    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
    const warnings = page.getByRole("list", { name: "Warnings" });
    await expect(warnings).toContainText("Converted at 0.00: 1 call");
    await expect(warnings).toContainText("Payout without revenue: 1 call");
    await expectNothingFound(page);
    await expectNoOverflow(page);

    const close = page.getByRole("button", { name: `Close ${name}` });
    await hydrated(close);
    await close.click();
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText("This can’t be undone.");
    await expect(dialog).toContainText(`become corrections in ${monthText(present)}`);
    await expect(dialog).toContainText("Payout without revenue: 1 call");
    await expectNothingFound(page);
    await givenConvertedCall({ ctx: company.ctx, call: inMonth(month), revenue: "0" });
    await dialog.getByRole("button", { name: `Close ${name}` }).click();
    await expect(page.getByText("converted_at_zero: 1 acknowledged, now 2.")).toBeVisible();
    await expect(warnings).toContainText("Converted at 0.00: 2 calls");
    await close.click();
    await dialog.getByRole("button", { name: `Close ${name}` }).click();
    await expect(page.getByText("Closed by Robin the owner")).toBeVisible();
    await expect(close).toHaveCount(0);
    await expect(page.getByText("No corrections.")).toBeVisible();

    await issueStatements(company.ctx, { owner: { type: "buyer", id: company.ctx.buyer.id } });
    const call = await CallPage.open(page, sold);
    await call.buyerConverted.uncheck();
    const [closed, open] = [periodText(month), periodText(present)];
    await expect(call.bar).toContainText(`Next rollup posts: credit −10.00 ·\u00a0correction in ${open}`);
    await expect(call.bar).toContainText("INV-000001 stays as issued");
    await expect(call.billing).toContainText(`Changes to this call are booked as corrections in ${open}.`);
    await call.reason.fill("Returned by the buyer.");
    await call.saveAndWait();
    await expect(call.line("credit")).toContainText(
      new RegExp(`reverses the charge of ${closed}; ${closed} (is|was) closed`),
    );
    await rollUp(company.ctx);

    await page.goto(`/billing/periods/${month}`);
    const correction = page.getByRole("table", { name: "Corrections" }).getByRole("row").nth(1);
    await expect(correction).toContainText(`Call ${sold}`);
    await expect(correction).toContainText("credit");
    await expect(correction).toContainText("−10.00");
    await expect(correction).toContainText(`charge of ${name}`);
    await expect(correction).toContainText("Returned by the buyer.");
    await expect(page.getByText("matches", { exact: true })).toHaveCount(4);
    await expectNothingFound(page);
    await expectNoOverflow(page);
    await correction.getByRole("link", { name: monthText(present) }).click();
    await expect(page.getByRole("heading", { name: monthText(present), level: 1 })).toBeVisible();
    await expect(page.getByRole("table", { name: "Month totals" })).toContainText("net credit");
    await page.context().close();
  });
}

test("with read permission there is no button, and without it an explanation", async ({ browser }) => {
  const company = await OwnCompany.make(browser);
  const { month, name } = await givenLastMonth(company);
  const manager = await company.as("manager");
  await manager.goto(`/billing/periods/${month}/calls?warning=converted_at_zero`);
  await expect(manager.getByRole("heading", { name: "Converted at 0.00" })).toBeVisible();
  await expectNothingFound(manager);
  await manager.getByRole("link", { name }).click();
  await expect(manager.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(manager.getByRole("button", { name: /^Close/ })).toHaveCount(0);
  await manager.goto("/billing/periods/1999-01");
  await expect(manager.getByText("Month not found")).toBeVisible();
  const viewer = await company.as("viewer");
  await viewer.goto("/billing/periods");
  await expect(viewer.getByText("You don’t have access to Billing")).toBeVisible();
  for (const page of [manager, viewer]) await page.context().close();
});
