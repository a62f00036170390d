import { expectNothingFound } from "./support/expect-nothing-found";
import { LOOKS } from "./support/looks";
import { SettingsPage } from "./support/settings-page";
import { expect, test } from "./support/test";

for (const { colorScheme, width } of LOOKS) {
  const look = { colorScheme, viewport: { width, height: 900 } };

  test(`axe finds nothing on the settings of a buyer in any state (${colorScheme}, ${width})`, async ({ as }) => {
    const page = await as("owner", look);
    await page.goto("/buyers");
    await expect(page.getByRole("list", { name: "Buyers, by name" })).toBeVisible();
    await expectNothingFound(page);
    const settings = await SettingsPage.ofNewBuyer(page, `Ashgrove ${process.pid}-${Date.now()}`);
    await page.getByRole("checkbox", { name: "Convert by duration" }).check();
    await page.getByRole("checkbox", { name: "Open at certain hours only" }).check();
    await page.getByRole("checkbox", { name: "Convert by what is said" }).check();
    await page.getByRole("button", { name: "Add phrase" }).click();
    await page.getByRole("button", { name: "Add a price for one offer" }).click();
    await settings.addRule("Everybody");
    const second = await settings.addRule("Late comer");
    await second.getByRole("button", { name: "Add group" }).click();
    await second.getByRole("combobox", { name: "Calls that start" }).selectOption("in hours of its own");
    await expectNothingFound(page);
    await settings.save.click();
    await expect(page.getByText("Some values cannot be accepted")).toBeVisible();
    await expectNothingFound(page);
    await page.getByRole("tab", { name: "Try it" }).click();
    await expectNothingFound(page);
  });

  test(`axe finds nothing on an offer, its history and a trial (${colorScheme}, ${width})`, async ({ as }) => {
    const page = await as("owner", look);
    await page.goto("/offers");
    await page.getByRole("list", { name: "Offers, by name" }).getByRole("link").first().click();
    await page.getByRole("tab", { name: "History" }).click();
    await expectNothingFound(page);
    await page.getByRole("tab", { name: "Try it" }).click();
    await page.getByRole("button", { name: "Try the draft" }).click();
    await expect(page.getByRole("table", { name: "Totals before and after" })).toBeVisible();
    await expectNothingFound(page);
    await page.getByRole("button", { name: "Judge past calls again" }).click();
    await expect(
      page.getByRole("alertdialog").getByText(/^[0-9,]+ of [0-9,]+ calls would stand otherwise\.$/),
    ).toBeVisible();
    await expectNothingFound(page);
    await page.getByRole("button", { name: "Cancel" }).click();
  });

  test(`axe finds nothing on settings one may only read, or not at all (${colorScheme}, ${width})`, async ({ as }) => {
    const page = await as("manager", look);
    await page.goto("/buyers");
    await page.getByRole("list", { name: "Buyers, by name" }).getByRole("link").first().click();
    await expect(page.getByText("You may read these settings.")).toBeVisible();
    await expectNothingFound(page);
    const viewer = await as("viewer", look);
    await viewer.goto("/buyers");
    await expect(viewer.getByRole("heading", { name: /You may not see/ })).toBeVisible();
    await expectNothingFound(viewer);
  });
}
