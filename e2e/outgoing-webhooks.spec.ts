import { demo } from "./http/support/demo";
import { hydrated } from "./support/call-page";
import { expectNothingFound } from "./support/expect-nothing-found";
import { LOOKS } from "./support/looks";
import { expect, test } from "./support/test";

/** Nobody receives: the name does not exist. */
const URL = "https://receiver.invalid/hook";

test("a webhook is created, shown its secret once, tested, edited, paused, and deleted", async ({ as }) => {
  const page = await as("owner");
  await page.goto("/settings");
  await page.getByRole("link", { name: "Webhooks" }).click();
  await expect(page).toHaveURL(/\/settings\/webhooks$/);
  const open = page.getByRole("button", { name: "New webhook" });
  await hydrated(open);
  await open.click();
  const dialog = page.getByRole("dialog", { name: "New webhook" });
  await dialog.getByRole("button", { name: "Create webhook" }).click();
  await expect(dialog.getByText("Enter a name.")).toBeVisible();
  const name = `Warehouse ${Date.now()}`;
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("textbox", { name: "URL" }).fill("http://10.0.0.1/");
  await dialog.getByRole("button", { name: "Create webhook" }).click();
  await expect(dialog.getByText("This address is not public.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "URL" }).fill(URL);
  await dialog.getByRole("combobox", { name: "Belongs to" }).selectOption("A buyer");
  await expect(dialog.getByRole("checkbox", { name: "Payout changed" })).toHaveCount(0);
  await dialog.getByRole("combobox", { name: "Buyer" }).click();
  await page.getByRole("listbox").getByRole("option").first().click();
  await dialog.getByRole("button", { name: "Create webhook" }).click();

  const ready = page.getByRole("dialog", { name: `${name} is ready` });
  const secret = await ready.locator("pre").first().innerText();
  expect(secret).toMatch(/^whsec_/);
  await ready.getByRole("button", { name: "Done, I’ve copied it" }).click();
  await expect(ready).toHaveCount(0);
  await expect(page).toHaveURL(/\/settings\/webhooks\/[0-9]+$/);
  await expect(page.getByRole("heading", { name })).toBeVisible();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole("button", { name: "Send test" }).click();
  await expect(page.getByText("The test failed")).toBeVisible();
  await page.getByRole("link", { name: "Test" }).click();
  await expect(page.getByRole("heading", { name: "Attempt 1" })).toBeVisible();
  await expect(page.locator("pre", { hasText: `POST ${URL}` })).toContainText("webhook-signature: v1,");
  await page.getByRole("link", { name }).click();

  await page.getByRole("button", { name: "Edit" }).click();
  const edit = page.getByRole("dialog", { name: `Edit ${name}` });
  await edit.getByRole("checkbox", { name: "Call created" }).check();
  await edit.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Call created, Buyer converted")).toBeVisible();

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  await page.getByRole("button", { name: "Resend what is missing" }).click();
  await expect(page.getByText("1 sent again")).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/\/settings\/webhooks$/);
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("who may not see settings is told so", async ({ as }) => {
  const page = await as("viewer");
  await page.goto("/settings/webhooks");
  await expect(page.getByRole("heading", { name: "You don’t have access to webhooks" })).toBeVisible();
});

for (const { colorScheme, width } of LOOKS) {
  test(`axe finds nothing on the pages of webhooks (${colorScheme}, ${width})`, async ({ as, request }) => {
    const page = await as("owner", { colorScheme, viewport: { width, height: 900 } });
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    const created = await request.post("/api/v1/webhook-endpoints", {
      headers: { authorization: `Bearer ${demo.api_key.secret}` },
      data: { name: `Look ${Date.now()}`, url: URL, events: ["buyer.converted"] },
    });
    const { webhook_endpoint } = await created.json();
    await page.goto("/settings/webhooks");
    await expect(page.getByRole("table")).toBeVisible();
    await expectNothingFound(page);
    expect(await fits()).toBe(true);
    const open = page.getByRole("button", { name: "New webhook" });
    await hydrated(open);
    await open.click();
    await page.getByRole("button", { name: "Create webhook" }).click();
    await expect(page.getByText("Enter a name.")).toBeVisible();
    await expectNothingFound(page);
    await page.goto(`/settings/webhooks/${webhook_endpoint.id}`);
    const send = page.getByRole("button", { name: "Send test" });
    await hydrated(send);
    await send.click();
    await expect(page.getByRole("table")).toBeVisible();
    await expectNothingFound(page);
    expect(await fits()).toBe(true);
    await page.getByRole("link", { name: "Test" }).click();
    await expect(page.getByRole("heading", { name: "Attempt 1" })).toBeVisible();
    await expectNothingFound(page);
    expect(await fits()).toBe(true);
  });
}
