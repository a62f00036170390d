import { demo } from "./http/support/demo";
import { hydrated } from "./support/call-page";
import { expect, test } from "./support/test";

const LIST = { name: "Calls, newest first" };

test("calls are found by id, by uuid and by the last digits of the caller", async ({ as, newCall }) => {
  const digits = String(Math.floor(Math.random() * 100)).padStart(2, "0");
  const caller = `+1720555${`01${digits}`}`;
  const { id, uuid } = await newCall({ caller });
  const page = await as("owner");
  for (const search of [String(id), uuid, caller, `01${digits}`]) {
    await page.goto("/calls");
    await page.getByRole("searchbox").fill(search);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: `Calls matching “${search}”` })).toBeVisible();
    await expect(page.getByRole("list", LIST).locator(`a[href="/calls/${id}"]`)).toBeVisible();
  }
});

test("a search without results says so and links to all calls", async ({ as }) => {
  const page = await as("owner");
  await page.goto("/calls?q=nobody-of-that-name");
  await expect(page.getByText("No calls match “nobody-of-that-name”")).toBeVisible();
  await page.getByRole("link", { name: "Show all calls" }).click();
  await expect(page.getByRole("list", LIST)).toBeVisible();
});

test("older pages continue without a gap, with a link back to the newest", async ({ as }) => {
  const page = await as("owner");
  await page.goto("/calls");
  const links = page.getByRole("list", LIST).getByRole("link");
  const firstPage = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(links.first()).not.toHaveAttribute("href", firstPage[0] ?? "");
  const secondPage = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(secondPage.filter((href) => firstPage.includes(href))).toEqual([]);
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(page).toHaveURL(/\/calls$/);
});

test("j and k move between rows, Enter opens one", async ({ as }) => {
  const page = await as("owner");
  await page.goto("/calls");
  const links = page.getByRole("list", LIST).getByRole("link");
  await hydrated(links.first());
  await page.keyboard.press("j");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(links.nth(1)).toBeFocused();
  const href = await links.nth(1).getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test("previous and next open the neighboring calls", async ({ as, newCall }) => {
  const older = await newCall();
  const newer = await newCall();
  const page = await as("owner");
  await page.goto(`/calls/${older.id}`);
  await page.getByRole("link", { name: /^previous/ }).click();
  await expect(page).not.toHaveURL(new RegExp(`/calls/${older.id}$`));
  await page.goto(`/calls/${newer.id}`);
  await page.getByRole("link", { name: /^next/ }).click();
  await expect(page).not.toHaveURL(new RegExp(`/calls/${newer.id}$`));
});

test("a uuid in the address opens the call; another company's call is not found", async ({ as, newCall }) => {
  const { id, uuid } = await newCall();
  const page = await as("owner");
  await page.goto(`/calls/${uuid}`);
  await expect(page).toHaveURL(new RegExp(`/calls/${id}$`));
  const [foreign] = demo.other_company.sample_calls;
  const answer = await page.goto(`/calls/${foreign?.uuid}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByText("Call not found")).toBeVisible();
});

test("without a session, sign-in comes first and then the call", async ({ browser, newCall }) => {
  const { id } = await newCall();
  const context = await browser.newContext({ baseURL: demo.url });
  const page = await context.newPage();
  await page.goto(`/calls/${id}`);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  const owner = demo.users.find(({ role }) => role === "owner");
  await hydrated(page.getByRole("button", { name: "Sign in", exact: true }));
  await page.getByLabel("Email").fill(owner?.email ?? "");
  await page.getByLabel("Password").fill(owner?.password ?? "");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/calls/${id}$`));
  await context.close();
});
