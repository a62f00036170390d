import { expectNothingFound } from "./support/expect-nothing-found";
import { expect, test } from "./support/test";

test("a traffic source is added, found by name, and opens its billing terms", async ({ as }) => {
  const name = `Sunrise ${process.pid}-${Date.now()}`;
  const page = await as("owner");
  await page.goto("/traffic-sources");
  await expectNothingFound(page);
  await page.getByRole("button", { name: "New traffic source" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create traffic source" }).click();
  await expect(dialog.getByText("Enter a name.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: "Create traffic source" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("navigation", { name: "Traffic source" }).getByRole("link", { name: "Account" }).click();
  await page.getByRole("link", { name: "Billing terms" }).click();
  await expect(page.getByRole("combobox", { name: "Cycle" })).toBeVisible();

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Traffic sources" }).click();
  await page.getByRole("searchbox", { name: "Search traffic sources" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=Sunrise/);
  await page.getByRole("list", { name: "Traffic sources, by name" }).getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("a search without a match leads back to all traffic sources", async ({ as }) => {
  const page = await as("manager");
  await page.goto("/traffic-sources?q=nobody-of-that-name");
  await expect(page.getByText("No traffic sources match “nobody-of-that-name”")).toBeVisible();
  await page.getByRole("link", { name: "Show all traffic sources" }).click();
  await expect(page.getByRole("list", { name: "Traffic sources, by name" })).toBeVisible();
});
