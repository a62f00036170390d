import type { Browser, Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { demo } from "./http/support/demo";
import { hydrated } from "./support/call-page";
import { expectNothingFound } from "./support/expect-nothing-found";
import { LOOKS } from "./support/looks";
import { expect, test } from "./support/test";

const PASSWORD = "staple lantern orbit";

async function press(page: Page, name: string) {
  const button = page.getByRole("button", { name, exact: true });
  await hydrated(button);
  await button.click();
}

/** A page without a session. */
async function somebody(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: demo.url })).newPage();
}

/** Invites somebody as an operator. Returns address and link. */
async function invite(owner: Page) {
  const email = `ana-${Date.now()}-${Math.random().toString(36).slice(2)}@harbor.test`;
  await owner.goto("/settings/members");
  await press(owner, "Invite member");
  const dialog = owner.getByRole("dialog", { name: "Invite a member" });
  await dialog.getByRole("button", { name: "Invite" }).click();
  await expect(dialog.getByText("Enter a name.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Ana Ruiz");
  await dialog.getByRole("textbox", { name: "Email" }).fill(email);
  await dialog.getByRole("button", { name: "Invite" }).click();
  const ready = owner.getByRole("dialog", { name: "Ana Ruiz is invited" });
  const link = await ready.locator("pre").first().innerText();
  await ready.getByRole("button", { name: "Done, I’ve copied it" }).click();
  const row = owner.getByRole("row").filter({ hasText: email });
  await expect(row).toContainText("invited");
  return { email, link: new URL(link).pathname, row };
}

async function join(page: Page, link: string) {
  await page.goto(link);
  const password = page.getByLabel("Password", { exact: true });
  await hydrated(password);
  await password.fill("password1234");
  await page.getByRole("button", { name: "Set password and sign in" }).click();
  await expect(page.getByText(/easy to guess/)).toBeVisible();
  await password.fill(PASSWORD);
  await page.getByRole("button", { name: "Set password and sign in" }).click();
  await expect(page).toHaveURL(/\/calls$/);
}

async function signOut(page: Page) {
  await press(page, "Ana Ruiz, operator: account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

async function enter(page: Page, email: string, password = PASSWORD) {
  await page.goto("/sign-in");
  const field = page.getByLabel("Email");
  await hydrated(field);
  await field.fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("a member is invited, joins, gets another role, is disabled and let in again", async ({ as, browser }) => {
  const owner = await as("owner");
  const { email, link, row } = await invite(owner);
  const ana = await somebody(browser);
  await join(ana, link);
  await ana.goto(link);
  await expect(ana.getByRole("heading", { name: "This link doesn’t work any more" })).toBeVisible();
  await ana.goto("/settings/members");
  await expect(ana.getByText(/members: read/)).toBeVisible();

  await owner.reload();
  await row.getByRole("link", { name: "Ana Ruiz" }).click();
  const revenue = owner.getByRole("combobox", { name: "Revenue: this member" });
  await hydrated(revenue);
  await revenue.selectOption("see");
  await press(owner, "Save changes");
  await expect(owner.getByText("Ana Ruiz is saved")).toBeVisible();
  await ana.goto("/calls");
  await expect(ana).toHaveURL(/\/sign-in/);
  await enter(ana, email);
  await expect(ana).toHaveURL(/\/calls$/);

  await press(owner, "Disable");
  await owner.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(owner.getByText("Ana Ruiz is disabled")).toBeVisible();
  await ana.goto("/calls");
  await expect(ana).toHaveURL(/\/sign-in/);
  await enter(ana, email);
  await expect(ana.getByText("Wrong email address or password")).toBeVisible();
  await press(owner, "Enable");
  await expect(owner.getByText("Ana Ruiz can sign in again")).toBeVisible();
  await enter(ana, email);
  await expect(ana).toHaveURL(/\/calls$/);

  await owner.getByRole("link", { name: "See a call as Ana Ruiz" }).click();
  await expect(owner.getByText(/^Call \d+ as Ana Ruiz sees it$/)).toBeVisible();
  await owner.goBack();
  await owner.getByRole("link", { name: "Audit log" }).click();
  await expect(owner.getByRole("row").filter({ hasText: "Member signed in" }).first()).toBeVisible();
  await owner.goto("/settings/audit-log?action=member.disabled");
  await expect(owner.getByRole("row").nth(1)).toContainText("no → yes");
});

test("a password, an authenticator app and sessions are one's own business", async ({ as, browser }) => {
  const { email, link } = await invite(await as("owner"));
  const page = await somebody(browser);
  await join(page, link);
  await page.goto("/settings/security");
  await press(page, "Set up");
  const dialog = page.getByRole("dialog", { name: "Set up an authenticator app" });
  const secret = (await dialog.locator("pre").innerText()).replaceAll(/\s/g, "");
  const app = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 });
  await dialog.getByRole("textbox", { name: "Code" }).fill("000000");
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await expect(dialog.getByText(/wrong or too old/)).toBeVisible();
  await dialog.getByRole("textbox", { name: "Code" }).fill(app.generate());
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const shown = page.getByRole("dialog", { name: "Your recovery codes" });
  const [recovery = ""] = (await shown.locator("pre").innerText()).split("\n");
  await shown.getByRole("button", { name: "Done, I’ve copied it" }).click();
  await expect(page.getByText("10 recovery codes are left")).toBeVisible();

  const other = await somebody(browser);
  await enter(other, email);
  const code = other.getByRole("textbox", { name: "Code" });
  await expect(code).toBeFocused();
  await code.fill("000000");
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByText("Wrong code")).toBeVisible();
  await code.fill(recovery);
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other).toHaveURL(/\/calls$/);

  await page.reload();
  await press(page, "End all others");
  await expect(page.getByText("1 session ended")).toBeVisible();
  await other.goto("/calls");
  await expect(other).toHaveURL(/\/sign-in/);

  const current = page.getByLabel("Current password");
  await current.fill("wrong");
  await page.getByLabel("New password").fill("violet-tractor-91");
  await press(page, "Change password");
  await expect(page.getByText("This isn’t your password.")).toBeVisible();
  await current.fill(PASSWORD);
  await press(page, "Change password");
  await expect(page.getByText("Your password is changed")).toBeVisible();
});

test("a passkey signs in without a password", async ({ as, browser }) => {
  const { link } = await invite(await as("owner"));
  const page = await somebody(browser);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await join(page, link);
  await page.goto("/settings/security");
  await press(page, "Add a passkey");
  const dialog = page.getByRole("dialog", { name: "Add a passkey" });
  await dialog.getByLabel("Name").fill("Laptop");
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Laptop" })).toContainText("never");

  await signOut(page);
  await press(page, "Sign in with a passkey");
  await expect(page).toHaveURL(/\/calls$/);
  await page.goto("/settings/security");
  await press(page, "Remove Laptop");
  const asking = page.getByRole("alertdialog");
  await asking.getByLabel("Your password").fill(PASSWORD);
  await asking.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Laptop" })).toHaveCount(0);
  await signOut(page);
  await press(page, "Sign in with a passkey");
  await expect(page.getByText("The passkey didn’t sign you in")).toBeVisible();
});

for (const { colorScheme, width } of LOOKS) {
  test(`axe finds nothing on the pages of people (${colorScheme}, ${width})`, async ({ as }) => {
    const page = await as("owner", { colorScheme, viewport: { width, height: 900 } });
    for (const path of ["/settings/members", "/settings/security", "/settings/audit-log", "/settings/members/1"]) {
      await page.goto(path);
      await expect(page.getByRole("table").first()).toBeVisible();
      await expectNothingFound(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), path).toBe(true);
    }
  });
}
