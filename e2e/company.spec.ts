import { png } from "@/lib/testing/statement/images";
import { hydrated } from "./support/call-page";
import { expectNothingFound } from "./support/expect-nothing-found";
import { OwnCompany } from "./support/given-own-company";
import { LOOKS } from "./support/looks";
import { expect, test } from "./support/test";

test("the owner renames the company, moves its zone, sets its details and its logo", async ({ browser }) => {
  const company = await OwnCompany.make(browser);
  const page = await company.as("owner");
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/settings\/company$/);
  const save = page.getByRole("button", { name: "Save company" });
  await hydrated(save);
  await expect(page.getByText("Fixed: the amounts of your buyers")).toBeVisible();
  await page.getByRole("textbox", { name: "Company name" }).fill("");
  await save.click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await page.getByRole("textbox", { name: "Company name" }).fill("Juniper Home Services");
  await page.getByRole("combobox", { name: "Time zone" }).fill("berlin");
  await page.getByRole("option", { name: "Europe/Berlin" }).click();
  await save.click();
  await expect(page.getByText("Company saved")).toBeVisible();

  await page.getByRole("textbox", { name: "Legal name" }).fill("Juniper Home LLC");
  await page.getByRole("button", { name: "Save details" }).click();
  await expect(page.getByText("Details saved")).toBeVisible();

  const choose = page.getByLabel("Logo", { exact: true });
  await choose.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("no image") });
  await expect(page.getByRole("alert").filter({ hasText: "Choose a PNG or JPEG image." })).toBeVisible();
  const buffer = Buffer.from(png({ width: 40, height: 20 }));
  await choose.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
  const shown = page.getByRole("img", { name: "Logo on new statements" });
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);

  await page.reload();
  await expect(page.getByRole("textbox", { name: "Company name" })).toHaveValue("Juniper Home Services");
  await expect(page.getByRole("combobox", { name: "Time zone" })).toHaveValue("Europe/Berlin");
  await expect(page.getByRole("textbox", { name: "Legal name" })).toHaveValue("Juniper Home LLC");
  for (const { colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectNothingFound(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
  await page.getByRole("button", { name: "Remove logo" }).click();
  await expect(page.getByText("No logo.")).toBeVisible();
  await page.context().close();
});

test("the checklist is the owner's home until dismissed, and comes back from the settings", async ({ browser }) => {
  const company = await OwnCompany.make(browser);
  const page = await company.as("owner");
  await page.goto("/");
  await expect(page).toHaveURL(/\/start$/);
  const dismiss = page.getByRole("button", { name: "Dismiss checklist" });
  await hydrated(dismiss);
  await dismiss.click();
  await expect(page).toHaveURL(/\/calls$/);
  await page.goto("/");
  await expect(page).toHaveURL(/\/calls$/);
  await page.goto("/settings/company");
  const show = page.getByRole("button", { name: "Show the checklist" });
  await hydrated(show);
  await show.click();
  await expect(page).toHaveURL(/\/start$/);
  await expect(dismiss).toBeVisible();
  await page.context().close();
});

test("who may not change the company reads it, and is led to the calls", async ({ browser }) => {
  const company = await OwnCompany.make(browser);
  const page = await company.as("manager");
  await page.goto("/");
  await expect(page).toHaveURL(/\/calls$/);
  await page.goto("/settings/company");
  await expect(page.getByText("America/Denver")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Save/ })).toHaveCount(0);
  await page.context().close();
});
