import type { Page } from "@playwright/test";
import { expectNothingFound } from "./support/expect-nothing-found";
import { LOOKS } from "./support/looks";
import { SettingsPage } from "./support/settings-page";
import { expect, test } from "./support/test";

/** The settings page of a new buyer with one item of every kind added, mostly blank. */
async function withOneOfEverything(page: Page): Promise<SettingsPage> {
  const settings = await SettingsPage.ofNewBuyer(page, `Ashgrove ${crypto.randomUUID()}`);
  await page.getByRole("checkbox", { name: "Convert by duration" }).check();
  await page.getByRole("checkbox", { name: "Set business hours" }).check();
  await page.getByRole("checkbox", { name: "Convert by phrase or token" }).check();
  await page.getByRole("button", { name: "Add phrase" }).click();
  await settings.addRule("Everybody");
  const second = await settings.addRule("Late comer");
  await second.getByRole("button", { name: "Add group" }).click();
  await second.getByRole("combobox", { name: "Calls that start" }).selectOption("during custom hours");
  return settings;
}

async function openFirst(page: Page, parties: "Buyers" | "Offers") {
  await page.goto(`/${parties.toLowerCase()}`);
  await page
    .getByRole("list", { name: `${parties}, by name` })
    .getByRole("link")
    .first()
    .click();
  await page
    .getByRole("navigation", { name: /^(Buyer|Offer)$/ })
    .getByRole("link", { name: "Conversion" })
    .click();
}

for (const { colorScheme, width } of LOOKS) {
  const look = { colorScheme, viewport: { width, height: 900 } };

  test.describe(`axe finds nothing (${colorScheme}, ${width})`, () => {
    test("on the list of buyers", async ({ as }) => {
      const page = await as("owner", look);
      await page.goto("/buyers");
      await expect(page.getByRole("list", { name: "Buyers, by name" })).toBeVisible();
      await expectNothingFound(page);
    });

    test("on the settings of a buyer with one item of every kind", async ({ as }) => {
      const page = await as("owner", look);
      await withOneOfEverything(page);
      await expectNothingFound(page);
    });

    test("on the prices of a buyer that were rejected", async ({ as }) => {
      const page = await as("owner", look);
      const settings = await SettingsPage.ofNewBuyer(page, `Ashgrove ${crypto.randomUUID()}`);
      await settings.openPart("Prices");
      await page.getByRole("button", { name: "Add price for an offer" }).click();
      await expectNothingFound(page);
      await settings.save.click();
      await expect(page.getByText("Correct the marked fields")).toBeVisible();
      await expectNothingFound(page);
    });

    test("on settings of a buyer that were rejected", async ({ as }) => {
      const page = await as("owner", look);
      const settings = await withOneOfEverything(page);
      await settings.save.click();
      await expect(page.getByText("Correct the marked fields")).toBeVisible();
      await expectNothingFound(page);
    });

    test("on the simulator of a buyer", async ({ as }) => {
      const page = await as("owner", look);
      await withOneOfEverything(page);
      await page.getByRole("tab", { name: "Simulate" }).click();
      await expectNothingFound(page);
    });

    test("on the history of an offer", async ({ as }) => {
      const page = await as("owner", look);
      await openFirst(page, "Offers");
      await page.getByRole("tab", { name: "History" }).click();
      await expectNothingFound(page);
    });

    test("on the simulator of an offer, and on evaluating past calls", async ({ as }) => {
      const page = await as("owner", look);
      await openFirst(page, "Offers");
      await page.getByRole("tab", { name: "Simulate" }).click();
      await page.getByRole("button", { name: "Run simulation" }).click();
      await expect(page.getByRole("table", { name: "Totals before and after" })).toBeVisible();
      await expectNothingFound(page);
      await page.getByRole("button", { name: "Re-evaluate past calls" }).click();
      await expect(page.getByRole("alertdialog").getByText(/^[0-9,]+ of [0-9,]+ calls would change\.$/)).toBeVisible();
      await expectNothingFound(page);
      await page.getByRole("button", { name: "Cancel" }).click();
    });

    test("on settings with read permission only", async ({ as }) => {
      const page = await as("manager", look);
      await openFirst(page, "Buyers");
      await expect(page.getByText("You can view these settings.")).toBeVisible();
      await expectNothingFound(page);
    });

    test("on settings without permission", async ({ as }) => {
      const page = await as("viewer", look);
      await page.goto("/buyers");
      await expect(page.getByRole("heading", { name: /You don’t have access to/ })).toBeVisible();
      await expectNothingFound(page);
    });
  });
}
