import { expectNothingFound } from "./support/expect-nothing-found";
import { expect, test } from "./support/test";

const PAGES = ["/docs/api", "/docs/api/for-buyers", "/docs/api/calls"];

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1280]) {
    test.describe(`the reference (${colorScheme}, ${width})`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      for (const path of PAGES) {
        test(`axe finds nothing on ${path}, and nothing overflows`, async ({ page }) => {
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectNothingFound(page);
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
        });
      }
    });
  }
}

test("a route is found by what it does, and its example is shown in the chosen language", async ({ page }) => {
  await page.goto("/docs/api");
  await page.getByRole("searchbox", { name: "Search the reference" }).fill("lock");
  await page.getByRole("link", { name: /POST \/calls\/\{id\}\/lock/ }).click();
  await expect(page).toHaveURL(/\/docs\/api\/conversions#lockSide$/);
  const article = page.locator("#lockSide");
  await expect(article.getByText("curl -X POST")).toBeVisible();
  await article.getByText("PHP", { exact: true }).click();
  await expect(article.getByText("curl_setopt_array")).toBeVisible();
  await article.getByText("TypeScript", { exact: true }).click();
  await expect(article.getByText("await fetch")).toBeVisible();
});

test("the console links to the reference", async ({ as }) => {
  const page = await as("viewer");
  await page.goto("/calls");
  await page.getByRole("button", { name: /account/ }).click();
  await page.getByRole("link", { name: "API reference" }).click();
  await expect(page.getByRole("heading", { name: "API reference", level: 1 })).toBeVisible();
});
