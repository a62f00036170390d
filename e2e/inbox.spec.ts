import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { ask } from "./http/support/ask";
import { keyOf } from "./http/support/credentials";
import { demo } from "./http/support/demo";
import { callOf, givenCall } from "./http/support/given-call";
import { givenWebhook } from "./http/support/given-hook";
import { hydrated } from "./support/call-page";
import { LOOKS } from "./support/looks";
import { expect, test } from "./support/test";

/** An update held by a lock, with a unique amount. */
async function givenHeld(revenue: string) {
  const call = await givenCall(demo);
  await ask("POST", `/api/v1/calls/${call.id}/lock`, { headers: keyOf(demo), json: { side: "buyer", locked: true } });
  const query = { buyer_converted: "true", revenue };
  await ask("PUT", `/api/v1/secure/${demo.secure_token}/calls/${call.uuid}`, { query });
  return call;
}

async function openInbox(page: Page, address = "/inbox") {
  await page.goto(address);
  const heading = page.getByRole("heading", { name: "Inbox" });
  await expect(heading).toBeVisible();
  await hydrated(page.getByRole("navigation", { name: "Reasons" }).getByRole("link").first());
}

const itemOf = (page: Page, callId: number) =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name: new RegExp(`^Call ${callId}\\b`) }) });

test("accepting an item held by a lock shows the amounts first, and charges the buyer", async ({ as }) => {
  const { id } = await givenHeld("61.25");
  const page = await as("owner");
  await openInbox(page, "/inbox?reason=locked");
  const item = itemOf(page, id);
  await expect(item).toContainText("but the buyer side is locked");
  await expect(item).toContainText("61.25");
  await item.getByRole("button", { name: /^Accept/ }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("61.25");
  await dialog.getByRole("button", { name: "Accept" }).click();
  await expect(item).toHaveCount(0);
  expect(await callOf(demo, id)).toMatchObject({ buyer_converted: true, revenue: "61.25" });
  await page.getByRole("link", { name: "Resolved" }).click();
  await expect(itemOf(page, id)).toContainText("accepted");
});

test("accepting several items asks once, with the sum of what they post", async ({ as }) => {
  const calls = [await givenHeld("1061.25"), await givenHeld("38.75")];
  const page = await as("owner");
  await openInbox(page, "/inbox?reason=locked");
  for (const { id } of calls) await itemOf(page, id).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Accept 2" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Accept 2 items?" });
  await expect(dialog.getByRole("listitem").filter({ hasText: "charge" })).toHaveText([/1,061\.25$/, /38\.75$/]);
  await expect(dialog).toContainText("Margin 1,100.00");
  await dialog.getByRole("button", { name: "Accept" }).click();
  for (const { id } of calls) await expect(itemOf(page, id)).toHaveCount(0);
  expect(await callOf(demo, calls[1]?.id ?? 0)).toMatchObject({ buyer_converted: true, revenue: "38.75" });
});

test("several items are selected by keyboard and dismissed together", async ({ as }) => {
  const calls = [await givenHeld("1"), await givenHeld("2")];
  const page = await as("owner");
  await openInbox(page, "/inbox?reason=locked");
  await page.keyboard.press("j");
  await expect(page.getByRole("checkbox").first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.getByRole("checkbox").nth(1)).toBeFocused();
  // Other tests may add items above, so x is pressed on the focused checkbox.
  for (const { id } of calls) {
    await itemOf(page, id).getByRole("checkbox").focus();
    await page.keyboard.press("x");
  }
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.getByRole("button", { name: "Dismiss 2" }).click();
  for (const { id } of calls) await expect(itemOf(page, id)).toHaveCount(0);
  await expect(page.getByText("2 selected")).toHaveCount(0);
});

test("a post that matches two calls is matched with the chosen one", async ({ as }) => {
  const webhook = await givenWebhook(demo);
  const caller = `+1720555${String(Math.floor(Math.random() * 9000) + 1000)}`;
  const first = await givenCall(demo, { buyer_id: webhook.buyerId, caller });
  await givenCall(demo, { buyer_id: webhook.buyerId, caller });
  await webhook.post({ json: { caller, converted: true, revenue: "47.11" } });
  const page = await as("owner");
  await openInbox(page, "/inbox?reason=ambiguous");
  const item = page.getByRole("listitem").filter({ hasText: "47.11" });
  await item.getByRole("button", { name: /^Match to a call/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: new RegExp(`^${first.id} `) }).click();
  await expect(dialog).toContainText("Next rollup posts");
  await dialog.getByRole("button", { name: "Match", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(item).toHaveCount(0);
  expect(await callOf(demo, first.id)).toMatchObject({ buyer_converted: true, revenue: "47.11" });
});

test("with read permission items are shown without amounts and buttons", async ({ as }) => {
  const { id } = await givenHeld("83.83");
  const page = await as("viewer");
  await openInbox(page, "/inbox?reason=locked");
  const item = itemOf(page, id);
  await expect(item).toBeVisible();
  await expect(item).not.toContainText("83.83");
  await expect(item.getByRole("button")).toHaveCount(0);
});

for (const { colorScheme, width } of LOOKS) {
  test(`axe finds nothing in the inbox (${colorScheme}, ${width})`, async ({ as }) => {
    await givenHeld("5");
    const webhook = await givenWebhook(demo);
    await webhook.post({ json: { call_uuid: crypto.randomUUID(), converted: true } });
    for (let sent = 0; sent < 3; sent += 1)
      await (await givenRefusals()).post({ json: { converted: "perhaps", sent } });
    const page = await as("owner", { colorScheme, viewport: { width, height: 900 } });
    await openInbox(page);
    await page.getByText("Payload received").first().click();
    await page.getByRole("checkbox").first().check();
    await expectNothingFound(page);
    await page
      .getByRole("button", { name: /^Match to a call/ })
      .first()
      .click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNothingFound(page);
    await page.keyboard.press("Escape");
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

let refusals: ReturnType<typeof givenWebhook> | undefined;
function givenRefusals() {
  refusals ??= givenWebhook(demo);
  return refusals;
}

async function expectNothingFound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
}
