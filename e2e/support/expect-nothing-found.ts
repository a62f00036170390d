import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Expects no accessibility violations. */
export async function expectNothingFound(page: Page): Promise<void> {
  // After navigation the title arrives a moment after the page.
  await expect(page).toHaveTitle(/./);
  await stillness(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
}

/** Resolves once nothing fades or slides: half-faded text has the contrast of neither its start nor its end. */
async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect, playState }) => {
      const endless = effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
      return endless || playState !== "running";
    }),
  );
}
