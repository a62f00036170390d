import type { Page } from "@playwright/test";
import { setupCode } from "@/lib/access/setup-code";
import { CallPage, hydrated } from "./support/call-page";
import { startEmptyServer } from "./support/empty-server";
import { expectNothingFound } from "./support/expect-nothing-found";
import { LOOKS } from "./support/looks";
import { expect, test } from "./support/test";

const OWNER = { email: "ana@harbor.test", password: "correct horse battery" };

let server: Awaited<ReturnType<typeof startEmptyServer>>;
test.beforeAll(async () => {
  server = await startEmptyServer();
});
test.afterAll(async () => server.stop());

test("from an empty database to a posted charge, all in the console", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  expect(server.output()).toContain(`${server.url}/setup`);
  expect(server.output()).not.toContain(setupCode());
  await setUp(page);

  await expect(page).toHaveURL(/\/start$/);
  await expect(page.getByText("0 of 9 steps done")).toBeVisible();
  await lookEverywhere(page);

  await takeStep(page, "Add an offer", "Go to offers");
  await create(page, "offer", "Solar quotes");
  await takeStep(page, "Add a buyer", "Go to buyers");
  await create(page, "buyer", "Brightside Solar");
  await takeStep(page, "Add a traffic source", "Go to traffic sources");
  await create(page, "traffic source", "Sunrise Media");

  await takeStep(page, "Agree on a price and a payout", "Set the price");
  await saveAmount(page, "Default price", "12.50");
  await takeStep(page, "Agree on a price and a payout", "Set the payout");
  await saveAmount(page, "Amount", "7.50");

  await takeStep(page, "Connect your phone system", "Go to integrations");
  await connect(page);
  await takeStep(page, "Create a secure token", "Go to secure tokens");
  await createToken(page);

  await page.goto("/start");
  await expect(page.getByText("6 of 9 steps done")).toBeVisible();
  await expectNothingFound(page);
  const send = page.getByRole("button", { name: "Send a test call" });
  await hydrated(send);
  await send.click();
  const dialog = page.getByRole("dialog", { name: "Send a test call" });
  await expect(dialog.getByRole("combobox", { name: "Buyer" })).toHaveValue("Brightside Solar");
  await expectNothingFound(page);
  await dialog.getByRole("button", { name: "Send test call" }).click();
  await expect(page).toHaveURL(/\/calls\/[0-9]+$/);
  await expect(page.getByText("This is a test call.")).toBeVisible();

  const call = new CallPage(page);
  await hydrated(call.buyerConverted);
  await call.buyerConverted.check();
  await page.getByRole("checkbox", { name: "TS Converted?" }).check();
  await call.saveAndWait();
  await expect(call.billing).toContainText("pending");
  await call.runRollup();
  await expect(call.line("charge")).toContainText("12.50");
  await expect(call.line("charge")).toContainText("posted");
  await expect(call.line("payout")).toContainText("7.50");

  await page.goto("/start");
  await expect(page.getByText("9 of 9 steps done")).toBeVisible();
  await expect(page.getByText("Your first charge is posted")).toBeVisible();
  await lookEverywhere(page);
  await page.goto("/");
  await expect(page).toHaveURL(/\/calls$/);
  for (const path of ["/setup", "/sign-in"]) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(path === "/setup" ? 404 : 200);
  }
  await context.close();
});

/** Everything on the way there: who is not set up is led to the set-up, and a wrong code creates nothing. */
async function setUp(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  const create = page.getByRole("button", { name: "Create company" });
  await create.click();
  await expect(page.getByText("Enter the setup code.")).toBeVisible();
  await lookEverywhere(page);
  await expect(page.getByRole("combobox", { name: "Currency" })).toHaveValue("USD");
  await page.getByRole("textbox", { name: "Setup code" }).fill("7KQM-2WXF-9RTD-HJ4C-M8PV-Z3NB");
  await page.getByRole("textbox", { name: "Company name" }).fill("Harbor Calls");
  await page.getByRole("textbox", { name: "Your name" }).fill("Ana Ruiz");
  await page.getByRole("textbox", { name: "Email" }).fill(OWNER.email);
  await page.getByRole("textbox", { name: "Password" }).fill(OWNER.password);
  await create.click();
  await expect(page.getByText("This isn’t the setup code.")).toBeVisible();
  await page.getByRole("textbox", { name: "Setup code" }).fill(setupCode());
  await create.click();
  await expect(page.getByRole("heading", { name: "Get started" })).toBeVisible();
}

/** Follows the link of a step on the checklist. */
async function takeStep(page: Page, step: string, link: string): Promise<void> {
  await page.goto("/start");
  const item = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: step }) });
  await expect(item).toHaveAttribute("aria-current", "step");
  await item.getByRole("link", { name: link }).click();
}

async function create(page: Page, one: string, name: string): Promise<void> {
  const open = page.getByRole("button", { name: `New ${one}` });
  await hydrated(open);
  await open.click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: `Create ${one}` }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

async function saveAmount(page: Page, field: string, amount: string): Promise<void> {
  const save = page.getByRole("button", { name: "Save changes" });
  await hydrated(save);
  await page.getByRole("textbox", { name: field }).fill(amount);
  await save.click();
  await expect(page.getByText("Nothing to save")).toBeVisible();
}

async function connect(page: Page): Promise<void> {
  const open = page.getByRole("button", { name: "New integration" });
  await hydrated(open);
  await open.click();
  const dialog = page.getByRole("dialog", { name: "New integration" });
  await dialog.getByRole("combobox", { name: "Provider" }).selectOption("Vapi");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Main line");
  await dialog.getByRole("combobox", { name: "Offer" }).click();
  await page.getByRole("option", { name: "Solar quotes" }).click();
  await dialog.getByRole("button", { name: "Create integration" }).click();
  await page.getByRole("button", { name: "Done, I’ve copied it" }).click();
}

async function createToken(page: Page): Promise<void> {
  const open = page.getByRole("button", { name: "New secure token" });
  await hydrated(open);
  await open.click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Brightside CRM");
  await page.getByRole("button", { name: "Create secure token" }).click();
  await expect(page.getByRole("dialog", { name: "Brightside CRM is ready" })).toContainText(server.url);
}

/** The same page light and dark, wide and narrow. */
async function lookEverywhere(page: Page): Promise<void> {
  for (const { colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await expectNothingFound(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}
