import { CallPage } from "./support/call-page";
import { expect, test } from "./support/test";

const QUESTION = "Leave without saving?";

test("a link asks before leaving unsaved edits", async ({ as, newCall }) => {
  const { id } = await newCall();
  const page = await as("owner");
  const call = await CallPage.open(page, id);
  await call.buyerConverted.check();
  await page.getByRole("main").getByRole("link", { name: "Calls" }).click();
  await expect(page.getByRole("alertdialog", { name: QUESTION })).toBeVisible();
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect(page).toHaveURL(new RegExp(`/calls/${id}$`));
  await expect(call.buyerConverted).toBeChecked();

  await page.getByRole("main").getByRole("link", { name: "Calls" }).click();
  await page.getByRole("button", { name: "Discard and leave" }).click();
  await expect(page).toHaveURL(/\/calls$/);
});

test("a search asks too, and then continues", async ({ as, newCall }) => {
  const { id } = await newCall();
  const page = await as("owner");
  const call = await CallPage.open(page, id);
  await call.offerConverted.check();
  await page.getByRole("searchbox").fill(String(id));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog", { name: QUESTION })).toBeVisible();
  await page.getByRole("button", { name: "Discard and leave" }).click();
  await expect(page).toHaveURL(new RegExp(`/calls\\?q=${id}$`));
});

test("going back asks too", async ({ as, newCall }) => {
  const { id } = await newCall();
  const page = await as("owner");
  await page.goto(`/calls?q=${id}`);
  await page.getByRole("list", { name: "Calls, newest first" }).getByRole("link").first().click();
  const call = new CallPage(page);
  await call.buyerConverted.check();
  await page.evaluate(() => history.back());
  await expect(page.getByRole("alertdialog", { name: QUESTION })).toBeVisible();
  await page.getByRole("button", { name: "Discard and leave" }).click();
  await expect(page).toHaveURL(new RegExp(`/calls\\?q=${id}$`));
});

test("closing or reloading asks with the browser's own dialog", async ({ as, newCall }) => {
  const { id } = await newCall();
  const page = await as("owner");
  const call = await CallPage.open(page, id);
  await call.buyerConverted.check();
  const asked = page.waitForEvent("dialog");
  const reloading = page.reload().catch(() => null);
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await reloading;
});

test("without edits nothing is asked", async ({ as, newCall }) => {
  const { id } = await newCall();
  const page = await as("owner");
  const call = await CallPage.open(page, id);
  await call.buyerConverted.check();
  await call.buyerConverted.uncheck();
  await expect(page.getByText("Nothing to save")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Calls" }).click();
  await expect(page).toHaveURL(/\/calls$/);
});
