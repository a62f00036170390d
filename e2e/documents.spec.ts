import { recordAdjustment } from "@/lib/document/record-document";
import { issueStatements } from "@/lib/statement/issue-statements";
import { hydrated } from "./support/call-page";
import { expectNothingFound } from "./support/expect-nothing-found";
import { OwnCompany } from "./support/given-own-company";
import { expect, test } from "./support/test";

/** A buyer who owes 120.00 on a statement, and a traffic source that has earned 80.00. */
async function givenOpenStatement(own: OwnCompany) {
  const { ctx, dayOfLastMonth: dated } = own;
  const fee = { dated, direction: "increase", reason: "Set-up fee." } as const;
  const buyer = { type: "buyer", id: ctx.buyer.id } as const;
  await recordAdjustment(ctx, buyer, { ...fee, amount: "120" });
  await recordAdjustment(ctx, { type: "traffic_source", id: ctx.trafficSource.id }, { ...fee, amount: "80" });
  await issueStatements(ctx, { owner: buyer });
  return {
    buyer: `/buyers/${ctx.buyer.id}/account/documents`,
    source: `/traffic-sources/${ctx.trafficSource.id}/account/documents`,
  };
}

test("a payment settles a statement as typed, bounces, and the statement is open again", async ({ browser }) => {
  const own = await OwnCompany.make(browser);
  const { buyer } = await givenOpenStatement(own);
  const page = await own.as("billing");
  await page.goto(buyer);
  await hydrated(page.getByRole("button", { name: "Record payment" }));
  const open = page.locator("dl").filter({ hasText: "Open statements" });
  await expect(open).toContainText("Open statements1");

  await page.getByRole("button", { name: "Record payment" }).click();
  const dialog = page.getByRole("dialog");
  const amount = dialog.getByRole("textbox", { name: "Amount" });
  const part = dialog.getByRole("textbox", { name: /^Applied to / });
  await amount.fill("150");
  await expect(part).toHaveValue("120.00");
  await expect(dialog.getByRole("status")).toContainText("Left unapplied");
  await expect(dialog.getByRole("status")).toContainText("30.00");
  await part.fill("120.01");
  await expect(dialog.getByRole("status")).toContainText("29.99");
  await dialog.getByRole("button", { name: "Record payment" }).click();
  await expect(dialog.getByText(/has only 120.00 open/)).toBeVisible();
  await expect(part).toBeFocused();
  await part.fill("120");
  await dialog.getByRole("textbox", { name: "Reference" }).fill("Wire 4711");
  await dialog.getByRole("button", { name: "Record payment" }).dblclick();
  await expect(dialog).toBeHidden();

  const row = page.getByRole("row").filter({ hasText: "Wire 4711" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("partly applied, 30.00 left");
  await expect(row).toContainText("−150.00");
  await expect(open).toContainText("Open statements0");
  await expect(page.getByText("in credit")).toBeVisible();
  await row.getByRole("link").click();
  const standing = page.getByRole("region", { name: "Payment status" });
  await expect(standing.getByText("paid", { exact: true })).toBeVisible();
  const settled = standing.getByRole("row").filter({ hasText: "Wire 4711" });
  await expect(settled).toContainText("120.00");
  await expect(page.getByText(/^To pay by/)).toContainText("120.00");
  await expectNothingFound(page);
  await settled.getByRole("link", { name: /^Document/ }).click();
  await expect(page).toHaveURL(/\/documents#document-\d+$/);
  await hydrated(row.getByRole("button", { name: /^Reverse/ }));

  await row.getByRole("button", { name: /^Reverse/ }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Reverse" }).click();
  await expect(question.getByText("Enter a reason.")).toBeVisible();
  await question.getByRole("textbox", { name: "Reason" }).fill("The bank returned it.");
  await question.getByRole("button", { name: "Reverse" }).click();
  await expect(row).toContainText("reversed");
  await expect(row.getByRole("button")).toHaveCount(0);
  await expect(open).toContainText("Open statements1");

  await page.getByRole("link", { name: "Statements" }).last().click();
  await expect(page.getByText("due", { exact: true })).toBeVisible();
  await page.goto("/billing/ageing");
  await expect(page.getByRole("row").filter({ hasText: "Birch Roofing" })).toContainText("120.00");
  await page.context().close();
});

test("paying a traffic source starts with the payable amount, tax can be adjusted, and read permission offers no actions", async ({
  browser,
}) => {
  const own = await OwnCompany.make(browser);
  const { source } = await givenOpenStatement(own);
  const page = await own.as("owner");
  await page.goto(source);
  await hydrated(page.getByRole("button", { name: "Pay", exact: true }));
  await page.getByRole("button", { name: "Pay USD 80.00" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("textbox", { name: "Amount" })).toHaveValue("80.00");
  await dialog.getByRole("button", { name: "Record payment" }).click();
  await expect(page.getByText("All released earnings are paid.")).toBeVisible();
  await page.getByRole("button", { name: "Pay", exact: true }).click();
  await dialog.getByRole("textbox", { name: "Amount" }).fill("80");
  await dialog.getByRole("button", { name: "Record payment" }).click();
  await expect(dialog.getByRole("alert")).toContainText("This looks like a duplicate payment. Nothing was saved.");
  await expectNothingFound(page);
  await dialog.getByRole("button", { name: "Record anyway" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Adjust", exact: true }).click();
  await dialog.getByText("Billed tax").click();
  await dialog.getByRole("textbox", { name: "Amount" }).fill("1.90");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Reverse charge.");
  await dialog.getByRole("button", { name: "Record adjustment" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Reverse charge." })).toContainText("adjustment of tax");
  await page.context().close();
  const reader = await own.as("manager");
  await reader.goto(source);
  await expect(reader.getByRole("row").filter({ hasText: "payment" })).toHaveCount(2);
  await expect(reader.getByRole("button", { name: /Pay|Refund|Adjust|Write off|Reverse/ })).toHaveCount(0);
  await reader.context().close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on payments and ageing (${colorScheme})`, async ({ browser }) => {
    const own = await OwnCompany.make(browser);
    const { buyer, source } = await givenOpenStatement(own);
    const width = colorScheme === "light" ? 1280 : 375;
    const page = await own.as("owner", { colorScheme, viewport: { width, height: 900 } });
    await page.goto(buyer);
    await hydrated(page.getByRole("button", { name: "Record payment" }));
    await expectNothingFound(page);
    await page.getByRole("button", { name: "Record payment" }).click();
    await page.getByRole("textbox", { name: "Amount" }).fill("130");
    await expectNothingFound(page);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: /^Reverse/ }).click();
    await expectNothingFound(page);
    for (const address of [source, "/billing/ageing"]) {
      await page.goto(address);
      await expect(page.getByRole("table")).toBeVisible();
      await expectNothingFound(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });
}
