import { defineConfig } from "@playwright/test";
import { LAUNCH_ARGS } from "./scripts/browser/find-browser.mjs";

/** `npm test -- e2e` sets these variables; otherwise BASE_URL is the URL of a running server. */
const { BASE_URL = "http://localhost:3000", BROWSER_PATH, BROWSER_ENV = "{}", TRACE } = process.env;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  // Ten times the slowest test on two cores: a slow machine fails no test, and one that hangs ends.
  timeout: 600_000,
  expect: { timeout: 100_000 },
  reporter: "list",
  use: {
    baseURL: BASE_URL,
    locale: "en-US",
    timezoneId: "UTC",
    // Recording slows down every test: TRACE=1 keeps the traces of failed ones.
    trace: TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: BROWSER_PATH || undefined,
      env: { ...process.env, ...JSON.parse(BROWSER_ENV) },
      args: LAUNCH_ARGS,
    },
  },
});
