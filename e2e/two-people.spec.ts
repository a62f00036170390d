import { CallPage } from "./support/call-page";
import { expect, test } from "./support/test";

test("a stale save shows who changed what, and kept edits are applied on top", async ({ as, newCall }) => {
  const { id } = await newCall();
  const first = await CallPage.open(await as("owner"), id);
  const second = await CallPage.open(await as("operator"), id);

  await second.offerConverted.check();
  await first.buyerConverted.check();
  await first.saveAndWait();
  await second.save.click();

  const dialog = second.page.getByRole("alertdialog", { name: "This call has changed" });
  await expect(dialog).toContainText("Nothing was saved");
  await expect(dialog).toContainText("Buyer Converted?");
  await dialog.getByRole("button", { name: "Keep my edits" }).click();
  await expect(second.buyerConverted).toBeChecked();
  await expect(second.offerConverted).toBeChecked();
  await second.saveAndWait();

  await first.page.reload();
  await expect(first.buyerConverted).toBeChecked();
  await expect(first.offerConverted).toBeChecked();
});

test("discarded edits are replaced by the new state", async ({ as, newCall }) => {
  const { id } = await newCall();
  const first = await CallPage.open(await as("owner"), id);
  const second = await CallPage.open(await as("owner"), id);
  await first.revenue.fill("5");
  await first.buyerConverted.check();
  await first.saveAndWait();
  await second.revenue.fill("7");
  await second.save.click();
  const dialog = second.page.getByRole("alertdialog");
  await expect(dialog).toContainText("5.00");
  await dialog.getByRole("button", { name: "Discard my edits" }).click();
  await expect(second.revenue).toHaveValue("5.00");
  await expect(second.page.getByText("Nothing to save")).toBeVisible();
});

test("closing the question keeps the edits", async ({ as, newCall }) => {
  const { id } = await newCall();
  const first = await CallPage.open(await as("owner"), id);
  const second = await CallPage.open(await as("owner"), id);
  await first.buyerConverted.check();
  await first.saveAndWait();
  await second.revenue.fill("7");
  await second.save.click();
  await expect(second.page.getByRole("alertdialog")).toBeVisible();
  await second.page.keyboard.press("Escape");
  await expect(second.page.getByRole("alertdialog")).toBeHidden();
  await expect(second.revenue).toHaveValue("7");
});
