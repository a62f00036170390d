import type { Page } from "@playwright/test";
import { demo } from "./http/support/demo";
import { givenPostingIntegration, type PostingIntegration, retellEnded } from "./http/support/given-source";
import { hydrated } from "./support/call-page";
import { expectNothingFound } from "./support/expect-nothing-found";
import { LOOKS } from "./support/looks";
import { expect, test } from "./support/test";

async function choose(page: Page, label: string) {
  const box = page.getByRole("dialog").getByRole("combobox", { name: label });
  await box.click();
  await page.getByRole("listbox", { name: label }).getByRole("option").first().click();
  await expect(box).not.toHaveValue("");
}

/** An integration that has received a call, a duplicate and an event with a wrong signature. */
async function givenBusySource(): Promise<PostingIntegration> {
  const source = await givenPostingIntegration(demo);
  const body = retellEnded(95, { transcript_object: [{ role: "user", content: "Hello.", words: [] }] });
  for (const headers of [undefined, undefined, {}]) await source.deliver(body, headers);
  return source;
}

test("a new integration shows its URL and secret once", async ({ as, request }) => {
  const page = await as("owner");
  await page.goto("/integrations");
  const open = page.getByRole("button", { name: "New integration" });
  await hydrated(open);
  await open.click();
  const dialog = page.getByRole("dialog", { name: "New integration" });
  await dialog.getByRole("button", { name: "Create integration" }).click();
  await expect(dialog.getByText("Enter a name.")).toBeVisible();
  await dialog.getByRole("combobox", { name: "Provider" }).selectOption("Vapi");
  const name = `Agents ${Date.now()}`;
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await choose(page, "Offer");
  await dialog.getByRole("button", { name: "Create integration" }).click();

  const ready = page.getByRole("dialog", { name: `${name} is ready` });
  await expect(ready.locator("pre")).toHaveCount(2);
  const [address = "", secret = ""] = await ready.locator("pre").allInnerTexts();
  expect(address).toMatch(/\/api\/v1\/intake\/vapi\/[A-Za-z0-9]{40}$/);
  expect(secret).toMatch(/^[A-Za-z0-9]{40}$/);
  await ready.getByRole("button", { name: "Done, I’ve copied it" }).click();
  await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  await expect(page.getByText("no events yet", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText("••••••••")).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  expect(await page.content()).not.toContain(address.split("/").at(-1));

  const answer = await request.post(address, {
    headers: { "x-vapi-secret": secret },
    data: { message: { type: "hang" } },
  });
  expect(await answer.json()).toMatchObject({ outcome: "ignored" });
});

test("a received event is shown with its signature, payload and call", async ({ as }) => {
  const source = await givenBusySource();
  const page = await as("owner");
  await page.goto("/integrations");
  await page.getByRole("list", { name: "Integrations, by name" }).getByRole("link", { name: source.name }).click();
  const rows = page.getByRole("table", { name: "Events, newest first" }).getByRole("row");
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText("missing");
  await expect(rows.nth(1)).toContainText("rejected");
  await expect(rows.nth(2)).toContainText("duplicate");
  await expect(rows.nth(3)).toContainText("accepted");
  await expect(rows.nth(3)).toContainText("created");
  await rows
    .nth(3)
    .getByRole("link", { name: /^Event/ })
    .click();
  await expect(page.locator("pre").first()).toContainText('"from_number": "+13035550142"');
  await page.getByRole("link", { name: /^Call \d+$/ }).click();
  await expect(page.getByRole("heading", { name: /303.?555/ })).toBeVisible();
});

test("a person can accept an event with a wrong signature", async ({ as }) => {
  const source = await givenPostingIntegration(demo);
  await source.deliver(retellEnded(), {});
  const page = await as("owner");
  await page.goto(`/integrations/${source.id}`);
  await page.getByRole("link", { name: /^Event/ }).click();
  const replay = page.getByRole("button", { name: "Replay" });
  await hydrated(replay);
  await replay.click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Replay" }).click();
  await expect(page.getByText("not checked")).toBeVisible();
  await expect(page.getByText("accepted")).toBeVisible();
  await expect(page.getByRole("table", { name: "Calls of this event" })).toContainText("created");
});

test("an integration is paused, renamed, and gets a new secret and URL", async ({ as }) => {
  const source = await givenPostingIntegration(demo);
  const page = await as("owner");
  await page.goto(`/integrations/${source.id}`);
  const pause = page.getByRole("button", { name: "Pause" });
  await hydrated(pause);
  await pause.click();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  expect((await source.deliver(retellEnded())).body).toMatchObject({ ignored: "the integration is paused" });

  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill(`${source.name} renamed`);
  await page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("heading", { name: `${source.name} renamed` })).toBeVisible();

  await page.getByRole("button", { name: "New secret" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "API key" }).fill("the next secret");
  await page.getByRole("dialog").getByRole("button", { name: "Save secret" }).click();
  await expect(page.getByText("valid until")).toBeVisible();

  await page.getByRole("button", { name: "New URL" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Create URL" }).click();
  const ready = page.getByRole("dialog", { name: "The new URL is ready" });
  await expect(ready.locator("pre")).toContainText("/api/v1/intake/retell/");
  await page.setViewportSize({ width: 375, height: 812 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await ready.getByRole("button", { name: "Done, I’ve copied it" }).click();
  await expect(page.locator("pre")).toHaveCount(0);
  expect((await source.deliver(retellEnded())).status).toBe(404);
});

test("a rejected post of a secure token is in the event log, with what was sent", async ({ as, newCall, request }) => {
  const { id, uuid } = await newCall();
  const mark = `sale ${Date.now()}`;
  await request.put(`/api/v1/secure/${demo.secure_token}/calls/${uuid}`, { data: { revenue: "ten", reason: mark } });
  const page = await as("owner");
  await page.goto("/integrations");
  await page.getByRole("link", { name: "Event log" }).click();
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("Rejected");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/outcome=refused/);
  const row = page.getByRole("row").filter({ hasText: mark });
  await expect(row).toContainText("Secure token");
  await expect(row).toContainText("PUT 422");
  await row.getByText("Payload").click();
  await expect(row.getByText(mark)).toBeVisible();
  await row.getByRole("link", { name: `Call ${id}` }).click();
  await expect(page).toHaveURL(new RegExp(`/calls/${id}$`));
});

test("without permission for settings the page says so", async ({ as }) => {
  const page = await as("viewer");
  await page.goto("/integrations");
  await expect(page.getByRole("heading", { name: "You don’t have access to integrations" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Integrations" })).toHaveCount(0);
});

for (const { colorScheme, width } of LOOKS) {
  test(`axe finds nothing on the pages of integrations (${colorScheme}, ${width})`, async ({ as }) => {
    const source = await givenBusySource();
    const page = await as("owner", { colorScheme, viewport: { width, height: 900 } });
    await page.goto("/integrations");
    const open = page.getByRole("button", { name: "New integration" });
    await hydrated(open);
    await expectNothingFound(page);
    await open.click();
    await page.getByRole("button", { name: "Create integration" }).click();
    await expect(page.getByText("Choose an offer.")).toBeVisible();
    await expectNothingFound(page);
    await page.goto("/integrations/events");
    await expect(page.getByRole("table")).toBeVisible();
    await expectNothingFound(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.goto(`/integrations/${source.id}`);
    await expect(page.getByRole("table")).toBeVisible();
    await expectNothingFound(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page
      .getByRole("link", { name: /^Event/ })
      .last()
      .click();
    await expect(page.getByRole("heading", { name: /^Event/ })).toBeVisible();
    // During navigation the page has no title for a moment.
    await expect(page).toHaveTitle(/^Event/);
    await expectNothingFound(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
}
