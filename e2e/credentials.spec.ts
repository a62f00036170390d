import { hydrated } from "./support/call-page";
import { expectNothingFound } from "./support/expect-nothing-found";
import { LOOKS } from "./support/looks";
import { expect, test } from "./support/test";

test("an API key is created, shown once, rotated and revoked", async ({ as, request }) => {
  const page = await as("owner");
  await page.goto("/settings");
  await page.getByRole("link", { name: "API keys" }).click();
  await expect(page).toHaveURL(/\/settings\/api-keys$/);
  const open = page.getByRole("button", { name: "New API key" });
  await hydrated(open);
  await open.click();
  const dialog = page.getByRole("dialog", { name: "New API key" });
  await dialog.getByRole("button", { name: "Create API key" }).click();
  await expect(dialog.getByText("Enter a name.")).toBeVisible();
  const name = `Reporting ${Date.now()}`;
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("combobox", { name: "Role" }).selectOption("viewer");
  await dialog.getByRole("button", { name: "Create API key" }).click();

  const ready = page.getByRole("dialog", { name: `${name} is ready` });
  const secret = await ready.locator("pre").first().innerText();
  await expect(ready.locator("pre").last()).toContainText(`Authorization: Bearer ${secret}`);
  for (const _ of [1, 2, 3]) await page.keyboard.press("Escape");
  await expect(ready.locator("pre").first()).toHaveText(secret);
  await ready.getByRole("button", { name: "Done, I’ve copied it" }).click();
  const calls = (key: string) =>
    request.get("/api/v1/calls?per_page=1", { headers: { authorization: `Bearer ${key}` } });
  expect((await calls(secret)).status()).toBe(200);

  const row = page.getByRole("row").filter({ hasText: name });
  await row.getByRole("button", { name: `Rotate ${name}` }).click();
  await expect(page.getByRole("alertdialog")).toHaveCSS("text-align", "left");
  await page.getByRole("alertdialog").getByRole("button", { name: "Create new secret" }).click();
  const rotated = page.getByRole("dialog", { name: `New secret for ${name}` });
  const next = await rotated.locator("pre").first().innerText();
  await rotated.getByRole("button", { name: "Done, I’ve copied it" }).click();
  await expect(row).toContainText("old secret works until");
  expect([(await calls(secret)).status(), (await calls(next)).status()]).toEqual([200, 200]);

  await row.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(row).toContainText("revoked");
  await expect(row.getByRole("button")).toHaveCount(0);
  expect([(await calls(secret)).status(), (await calls(next)).status()]).toEqual([401, 401]);
  expect(await page.content()).not.toContain(secret);
});

test("a secure token converts a call with the command that is shown, until it is revoked", async ({
  as,
  newCall,
  request,
}) => {
  const { uuid } = await newCall();
  const page = await as("owner");
  await page.goto("/settings/secure-tokens");
  const open = page.getByRole("button", { name: "New secure token" });
  await hydrated(open);
  await open.click();
  const name = `CRM ${Date.now()}`;
  const dialog = page.getByRole("dialog", { name: "New secure token" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: "Create secure token" }).click();
  const ready = page.getByRole("dialog", { name: `${name} is ready` });
  const command = await ready.locator("pre").last().innerText();
  const [, address = ""] = /"(http[^"]+)"/.exec(command) ?? [];
  const [, token = ""] = /Bearer (\w+)/.exec(command) ?? [];
  await ready.getByRole("button", { name: "Done, I’ve copied it" }).click();
  const convert = () =>
    request.put(address.replace("CALL_UUID", uuid), {
      headers: { authorization: `Bearer ${token}` },
      form: { buyer_converted: "true" },
    });
  const converted = await convert();
  expect(await converted.json()).toMatchObject({ status: 200, changed: true });

  const row = page.getByRole("row").filter({ hasText: name });
  await row.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(row).toContainText("revoked");
  expect((await convert()).status()).toBe(401);
});

test("a key is restricted to a buyer and addresses, and the list says so", async ({ as }) => {
  const page = await as("owner");
  await page.goto("/settings/api-keys");
  const open = page.getByRole("button", { name: "New API key" });
  await hydrated(open);
  await open.click();
  const name = `Restricted ${Date.now()}`;
  const dialog = page.getByRole("dialog", { name: "New API key" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("checkbox", { name: "Read-only" }).check();
  await dialog.getByRole("combobox", { name: "Buyers" }).click();
  const option = page.getByRole("listbox").getByRole("option").first();
  const buyer = await option.innerText();
  await option.click();
  await expect(dialog.getByRole("list", { name: "Chosen buyers" })).toContainText(buyer);
  await dialog.getByRole("textbox", { name: "Addresses" }).fill("198.51.100.0/33");
  await dialog.getByRole("button", { name: "Create API key" }).click();
  await expect(dialog.getByText("Enter addresses or networks such as")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Addresses" }).fill("198.51.100.0/24");
  await dialog.getByText("Exceptions from the role").click();
  await expectNothingFound(page);
  await dialog.getByRole("button", { name: "Create API key" }).click();
  await page.getByRole("button", { name: "Done, I’ve copied it" }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  for (const text of ["Read-only", `Calls of ${buyer}`, "From 198.51.100.0/24"]) await expect(row).toContainText(text);
});

test("who may not manage keys is told so", async ({ as }) => {
  const page = await as("manager");
  await page.goto("/settings/api-keys");
  await expect(page.getByRole("heading", { name: "You don’t have access to API keys" })).toBeVisible();
});

for (const { colorScheme, width } of LOOKS) {
  test(`axe finds nothing on the pages of credentials (${colorScheme}, ${width})`, async ({ as }) => {
    const page = await as("owner", { colorScheme, viewport: { width, height: 900 } });
    for (const path of ["/settings/api-keys", "/settings/secure-tokens"]) {
      await page.goto(path);
      await expect(page.getByRole("table")).toBeVisible();
      await expectNothingFound(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
    const open = page.getByRole("button", { name: "New secure token" });
    await hydrated(open);
    await open.click();
    await page.getByRole("button", { name: "Create secure token" }).click();
    await expect(page.getByText("Enter a name.")).toBeVisible();
    await expectNothingFound(page);
  });
}
