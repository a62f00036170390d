import { CallPage } from "./support/call-page";
import { expectNothingFound } from "./support/expect-nothing-found";
import { expect, test } from "./support/test";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [375, 1280]) {
    const look = { colorScheme, viewport: { width, height: 900 } };

    test(`axe finds nothing on the calls list (${colorScheme}, ${width})`, async ({ as }) => {
      const page = await as("owner", look);
      await page.goto("/calls");
      await expect(page.getByRole("list", { name: "Calls, newest first" })).toBeVisible();
      await expectNothingFound(page);
      await page.goto("/calls?q=nobody");
      await expect(page.getByText("Nothing found")).toBeVisible();
      await expectNothingFound(page);
    });

    test(`axe finds nothing on a call in any state (${colorScheme}, ${width})`, async ({ as, newCall }) => {
      const { id } = await newCall({ tokens: { zip: "80202" }, recording_url: "https://recordings.test/1.mp3" });
      const page = await as("owner", look);
      const call = await CallPage.open(page, id);
      await expectNothingFound(page);

      await call.buyerConverted.check();
      await call.revenue.fill("1.2.3");
      await call.save.click();
      await expect(call.revenue).toHaveAttribute("aria-invalid", "true");
      await expectNothingFound(page);

      await call.revenue.fill("0");
      await call.buyer.click();
      await expect(page.getByRole("option").first()).toBeVisible();
      await expectNothingFound(page);
      await page.keyboard.press("Escape");

      await call.revenue.fill("10");
      await call.saveAndWait();
      await call.buyerConverted.uncheck();
      await call.saveAndWait();
      await expect(call.line("credit")).toBeVisible();
      await expectNothingFound(page);

      await page.getByRole("button", { name: "Return to automatic: the buyer side" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectNothingFound(page);
    });

    test(`axe finds nothing on a call for those who may only look (${colorScheme}, ${width})`, async ({
      as,
      newCall,
    }) => {
      const { id } = await newCall();
      const page = await as("viewer", look);
      await CallPage.open(page, id);
      await expectNothingFound(page);
      await page.goto("/calls/987654321");
      await expect(page.getByText("There is no such call")).toBeVisible();
      await expectNothingFound(page);
    });
  }

  test(`axe finds nothing on the sign-in page (${colorScheme})`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ colorScheme, baseURL });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await expectNothingFound(page);
    await context.close();
  });
}
