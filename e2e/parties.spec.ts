import type { Page } from "@playwright/test";
import { ask } from "./http/support/ask";
import { keyOf } from "./http/support/credentials";
import { demo } from "./http/support/demo";
import { givenCall } from "./http/support/given-call";
import { hydrated } from "./support/call-page";
import { expectNothingFound } from "./support/expect-nothing-found";
import { LOOKS } from "./support/looks";
import { expect, test } from "./support/test";

const KINDS = [
  {
    path: "/buyers",
    list: "Buyers",
    one: "buyer",
    tabs: ["Overview", "Calls", "Conversion", "Prices", "Caps", "Account", "Statements", "Webhook"],
  },
  { path: "/offers", list: "Offers", one: "offer", tabs: ["Overview", "Calls", "Conversion", "Prices"] },
  {
    path: "/traffic-sources",
    list: "Traffic sources",
    one: "traffic source",
    tabs: ["Overview", "Calls", "Prices", "Caps", "Account", "Statements"],
  },
] as const;

const heading = (one: string) => one.charAt(0).toUpperCase() + one.slice(1);
const tabsOf = (page: Page, one: string) => page.getByRole("navigation", { name: heading(one), exact: true });
const freshName = () => `Tamarack ${crypto.randomUUID()}`;

async function press(page: Page, name: string) {
  const button = page.getByRole("button", { name });
  await hydrated(button);
  await button.click();
}

for (const { path, list, one, tabs } of KINDS) {
  test(`a ${one} is created, renamed, archived and restored`, async ({ as }) => {
    const [name, other] = [freshName(), freshName()];
    const page = await as("owner");
    const rows = page.getByRole("list", { name: `${list}, by name` }).getByRole("link");
    const find = async (text: string, state: string) => {
      await page.getByRole("searchbox", { name: `Search ${one}s` }).fill(text);
      await page.getByRole("combobox", { name: "State" }).selectOption(state);
      await page.getByRole("button", { name: "Apply" }).click();
      await page.waitForURL(/\?q=/);
    };
    await page.goto(path);
    await press(page, `New ${one}`);
    await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("button", { name: `Create ${one}` }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

    await press(page, "Rename");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Name" }).fill(" ");
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expect(dialog.getByText("Enter a name.")).toBeVisible();
    await dialog.getByRole("textbox", { name: "Name" }).fill(other);
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expect(page.getByRole("heading", { level: 1, name: other })).toBeVisible();

    await press(page, "Archive");
    const asked = page.getByRole("alertdialog", { name: `Archive ${other}?` });
    await asked.getByRole("button", { name: `Archive ${one}` }).click();
    await expect(page.getByText("Archived", { exact: true }).first()).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: list, exact: true }).click();
    await find(other, "Active");
    await expect(page.getByText(`No ${one}s match “${other}”`)).toBeVisible();
    await find(other, "Archived");
    await rows.filter({ hasText: other }).click();

    await press(page, "Restore");
    await expect(page.getByRole("button", { name: "Archive" })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: list, exact: true }).click();
    await find(other, "Active");
    await expect(rows).toHaveCount(1);
  });

  test(`the tabs of a ${one} have addresses of their own, and are walked by keyboard`, async ({ as, newCall }) => {
    const call = await newCall();
    const id = { "/buyers": call.buyerIds[0], "/offers": call.offerId, "/traffic-sources": call.sourceIds[0] }[path];
    const page = await as("owner");
    await page.goto(`${path}/${id}`);
    const links = tabsOf(page, one).getByRole("link");
    await expect(links).toHaveText([...tabs]);
    for (const tab of tabs) {
      const link = links.filter({ hasText: new RegExp(`^${tab}$`) });
      await link.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(new RegExp(`${path}/${id}${tab === "Overview" ? "" : `/${tab.toLowerCase()}`}$`));
      await expect(link).toHaveAttribute("aria-current", "page");
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    }
    await page.goto(`${path}/${id}/calls`);
    await expect(page.getByRole("list", { name: "Calls, newest first" })).toContainText(String(call.id));
    await page.goto(`${path}/987654321`);
    await expect(page.getByRole("heading", { level: 1, name: `${heading(one)} not found` })).toBeVisible();
  });
}

test("an archived buyer is no longer offered where a call is moved", async ({ as }) => {
  const name = freshName();
  const headers = keyOf(demo);
  const { body } = await ask("POST", "/api/v1/buyers", { headers, json: { name } });
  const { id } = (body as { buyer: { id: number } }).buyer;
  const call = await givenCall(demo);
  const page = await as("owner");
  const search = async () => {
    await page.goto(`/calls/${call.id}`);
    const buyer = page.getByRole("combobox", { name: "Buyer" });
    await hydrated(buyer);
    await buyer.fill(name);
    return page.getByRole("option", { name });
  };
  await expect(await search()).toBeVisible();
  await ask("PUT", `/api/v1/buyers/${id}`, { headers, json: { archived: true } });
  const gone = await search();
  await expect(page.getByRole("group", { name: "Buyer side" }).getByRole("status")).toContainText("No matches");
  await expect(gone).toHaveCount(0);
});

test("a party that somebody else renamed meanwhile keeps their name until it is reviewed", async ({ as }) => {
  const [first, theirs, mine] = [freshName(), freshName(), freshName()];
  const headers = keyOf(demo);
  const { body } = await ask("POST", "/api/v1/buyers", { headers, json: { name: first } });
  const { id } = (body as { buyer: { id: number } }).buyer;
  const page = await as("owner");
  await page.goto(`/buyers/${id}`);
  await press(page, "Rename");
  const dialog = page.getByRole("dialog", { name: "Rename buyer" });
  await dialog.getByRole("textbox", { name: "Name" }).fill(mine);
  await ask("PUT", `/api/v1/buyers/${id}`, { headers, json: { name: theirs } });
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(dialog.getByText(`It was renamed to “${theirs}” in the meantime.`)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: theirs, includeHidden: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1, name: mine })).toBeVisible();
});

test("the lists of parties are for who may see settings", async ({ as }) => {
  const page = await as("operator");
  for (const { path, list } of KINDS) {
    await page.goto(path);
    const name = `You don’t have access to ${list.toLowerCase()}`;
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
});

test("each member sees the tabs that the role allows", async ({ as, newCall }) => {
  const { buyerIds } = await newCall();
  const buyer = `/buyers/${buyerIds[0]}`;
  const billing = await as("billing");
  await billing.goto(buyer);
  await expect(tabsOf(billing, "buyer").getByRole("link")).toHaveText(["Overview", "Calls", "Account", "Statements"]);
  await expect(billing.getByRole("button", { name: /Rename|Archive/ })).toHaveCount(0);
  const manager = await as("manager");
  await manager.goto(`${buyer}/prices`);
  await expect(manager.getByText("You can view these prices.")).toBeVisible();
  const viewer = await as("viewer");
  for (const tab of ["", "/conversion", "/prices", "/caps", "/account", "/statements", "/webhook", "/calls"]) {
    await viewer.goto(`${buyer}${tab}`);
    await expect(viewer.getByRole("heading", { level: 1, name: /^You don’t have access to/ })).toBeVisible();
  }
});

for (const { colorScheme, width } of LOOKS) {
  test(`axe finds nothing on the pages of parties (${colorScheme}, ${width})`, async ({ as, newCall }) => {
    test.slow();
    const { buyerIds, offerId, sourceIds } = await newCall();
    const page = await as("owner", { colorScheme, viewport: { width, height: 900 } });
    const look = async (address: string) => {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNothingFound(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), address).toBe(true);
    };
    for (const { path } of KINDS) {
      await look(path);
      await look(`${path}?state=archived&q=nobody-of-that-name`);
    }
    for (const tab of KINDS[0].tabs)
      await look(`/buyers/${buyerIds[0]}${tab === "Overview" ? "" : `/${tab.toLowerCase()}`}`);
    for (const part of ["", "/prices"]) await look(`/offers/${offerId}${part}`);
    for (const part of ["", "/prices", "/account/terms"]) await look(`/traffic-sources/${sourceIds[0]}${part}`);
    await page.goto(`/buyers/${buyerIds[0]}`);
    await press(page, "Rename");
    await expectNothingFound(page);
    await page.keyboard.press("Escape");
    await press(page, "Archive");
    await expectNothingFound(page);
  });
}
