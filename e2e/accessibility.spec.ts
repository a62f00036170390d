import { CallPage } from "./support/call-page";
import { expectNothingFound } from "./support/expect-nothing-found";
import { expect, test } from "./support/test";

/** The states of the call page that look different, and how to reach them. */
const STATES: Readonly<Record<string, (call: CallPage) => Promise<void>>> = {
  "that nobody has touched": async () => {},

  "with an amount that was refused": async (call) => {
    await call.buyerConverted.check();
    await call.revenue.fill("1.2.3");
    await call.save.click();
    await expect(call.revenue).toHaveAttribute("aria-invalid", "true");
  },

  "whose edits are previewed": async (call) => {
    await call.buyerConverted.check();
    await expect(call.bar).toContainText("Next rollup posts: charge");
  },

  "whose buyer is being chosen": async (call) => {
    await call.buyer.click();
    await expect(call.page.getByRole("option").first()).toBeVisible();
  },

  "that was converted and taken back": takeBack,

  "that is to return to automatic": async (call) => {
    await takeBack(call);
    await call.page.getByRole("button", { name: "Return to automatic: the buyer side" }).click();
    await expect(call.page.getByRole("alertdialog")).toBeVisible();
  },
};

async function takeBack(call: CallPage) {
  await call.buyerConverted.check();
  await call.revenue.fill("10");
  await call.saveAndWait();
  await call.buyerConverted.uncheck();
  await call.saveAndWait();
  await expect(call.line("credit")).toBeVisible();
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [375, 1280]) {
    const look = { colorScheme, viewport: { width, height: 900 } };

    test(`axe finds nothing on the calls list, with and without results (${colorScheme}, ${width})`, async ({ as }) => {
      const page = await as("owner", look);
      await page.goto("/calls");
      await expect(page.getByRole("list", { name: "Calls, newest first" })).toBeVisible();
      await expectNothingFound(page);
      await page.goto("/calls?q=nobody");
      await expect(page.getByText("No calls match")).toBeVisible();
      await expectNothingFound(page);
    });

    for (const [state, reach] of Object.entries(STATES)) {
      test(`axe finds nothing on a call ${state} (${colorScheme}, ${width})`, async ({ as, newCall }) => {
        const { id } = await newCall({ tokens: { zip: "80202" }, recording_url: "https://recordings.test/1.mp3" });
        const call = await CallPage.open(await as("owner", look), id);
        await reach(call);
        await expectNothingFound(call.page);
      });
    }

    test(`axe finds nothing on a call with read permission only (${colorScheme}, ${width})`, async ({
      as,
      newCall,
    }) => {
      const { id } = await newCall();
      const page = await as("viewer", look);
      await CallPage.open(page, id);
      await expectNothingFound(page);
      await page.goto("/calls/987654321");
      await expect(page.getByText("Call not found")).toBeVisible();
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

test("the header leaves room to search at every width", async ({ as }) => {
  const page = await as("owner");
  await page.goto("/calls");
  const search = page.getByRole("searchbox", { name: "Search calls by caller, UUID or ID" });
  for (const width of [375, 640, 768, 1024, 1280, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    expect((await search.boundingBox())?.width, `${width} wide`).toBeGreaterThan(150);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
});
