import { demo } from "./http/support/demo";
import { CallPage } from "./support/call-page";
import { expect, test } from "./support/test";

test("a locked side holds updates from outside until it is unlocked", async ({ as, newCall, request }) => {
  const { id, uuid } = await newCall();
  const say = async () => {
    const address = `${demo.url}/api/v1/secure/${demo.secure_token}/calls/${uuid}?buyer_converted=true&revenue=10`;
    return (await request.put(address)).json();
  };
  const call = await CallPage.open(await as("owner"), id);
  await call.page.getByRole("button", { name: "Lock the buyer side" }).click();
  await expect(call.page.getByRole("button", { name: "Unlock the buyer side" })).toBeVisible();
  expect(await say()).toMatchObject({ changed: false, held: true });

  await call.page.getByRole("button", { name: "Unlock the buyer side" }).click();
  await expect(call.page.getByRole("button", { name: "Lock the buyer side", exact: true })).toBeVisible();
  expect(await say()).toMatchObject({ changed: true });
});

test("returning to automatic asks first, then withdraws the explicit update", async ({ as, newCall }) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  const automatic = call.page.getByRole("button", { name: "Return to automatic: the buyer side" });
  await expect(automatic).toHaveCount(0);
  await call.buyerConverted.check();
  await call.revenue.fill("9");
  await call.saveAndWait();

  await automatic.click();
  const dialog = call.page.getByRole("alertdialog");
  await expect(dialog).toContainText("may no longer be converted");
  await dialog.getByRole("button", { name: "Return to automatic" }).click();
  await expect(dialog).toBeHidden();
  await expect(automatic).toHaveCount(0);
  await expect(call.history).toContainText("returned to automatic");
});

test("locking keeps unsaved edits", async ({ as, newCall }) => {
  const { id } = await newCall();
  const call = await CallPage.open(await as("owner"), id);
  await call.revenue.fill("11");
  await call.page.getByRole("button", { name: "Lock the traffic source side" }).click();
  await expect(call.page.getByRole("button", { name: "Unlock the traffic source side" })).toBeVisible();
  await expect(call.revenue).toHaveValue("11");
  await call.saveAndWait();
  await expect(call.revenue).toHaveValue("11.00");
});
