import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Expects no accessibility violations. */
export async function expectNothingFound(page: Page): Promise<void> {
  // After navigation the title is set shortly after the content.
  await expect(page).toHaveTitle(/./);
  await stillness(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
}

/** Resolves once no animation runs: half-faded text has a contrast of its own. */
async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect, playState }) => {
      const endless = effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
      return endless || playState !== "running";
    }),
  );
}
