import { hydrated } from "./support/call-page";
import { startEmptyServer } from "./support/empty-server";
import { expectNothingFound } from "./support/expect-nothing-found";
import { LOOKS } from "./support/looks";
import { expect, test } from "./support/test";

let server: Awaited<ReturnType<typeof startEmptyServer>>;
test.beforeAll(async () => {
  // Mails wait in the queue: no worker runs.
  server = await startEmptyServer({ SMTP_URL: "smtp://127.0.0.1:9" });
});
test.afterAll(async () => server.stop());

for (const { colorScheme, width } of LOOKS) {
  test(`who forgot the password asks for a link, and is told the same whoever asks (${colorScheme}, ${width})`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      baseURL: server.url,
      colorScheme,
      viewport: { width, height: 900 },
    });
    const page = await context.newPage();
    await page.goto("/sign-in/forgot");
    const ask = page.getByRole("button", { name: "Email me a link" });
    await hydrated(ask);
    await expectNothingFound(page);
    await ask.click();
    await expect(page.getByText("Enter your email address.")).toBeVisible();
    await expectNothingFound(page);
    await page.getByRole("textbox", { name: "Email" }).fill("nobody@harbor.test");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText("If a member signs in with nobody@harbor.test");
    await expectNothingFound(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await context.close();
  });
}

test("without a mail server, the sign-in page says whom to ask", async ({ page }) => {
  await page.goto("/sign-in/forgot");
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByText("Ask an owner or admin of your company for a link")).toBeVisible();
});
