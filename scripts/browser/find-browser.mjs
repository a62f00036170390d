import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "@playwright/test";
import { Failure } from "../setup/failure.mjs";
import { packagedBrowsers } from "./packaged-browser.mjs";

/**
 * @import { Browser } from "./packaged-browser.mjs"
 * @typedef {(line: string) => void} Log
 */

const LAUNCH_MS = 120_000;
const INSTALL_MS = 300_000;

/** For accounts without user namespaces (root, many containers) and closed networks. */
export const LAUNCH_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];

/**
 * Playwright looks for its own browser itself when no path is given.
 * @type {Browser}
 */
const PLAYWRIGHTS_OWN = { env: {} };

/**
 * A Chromium that starts here: { executablePath?, env }. Tries installed ones first, an installation last.
 * @param {{ log?: Log }} [options]
 * @returns {Promise<Browser>}
 */
export async function findBrowser({ log = () => {} } = {}) {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, env: {} };
  for (const candidates of [own, installed, packagedBrowsers, downloaded, installedByApt]) {
    for (const browser of await candidates(log)) if (await starts(browser)) return browser;
  }
  throw new Failure("There is no Chromium to test with: install one, or set CHROMIUM_PATH.");
}

/** @type {() => Browser[]} */
const own = () => [PLAYWRIGHTS_OWN];

/** @type {() => Browser[]} */
const installed = () =>
  SYSTEM.filter((file) => existsSync(file)).map((executablePath) => ({ executablePath, env: {} }));

/** @param {Log} log */
function downloaded(log) {
  log("No browser found: trying `playwright install chromium` …");
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  spawnSync(process.execPath, [cli, "install", "chromium"], {
    stdio: ["ignore", "inherit", "inherit"],
    timeout: INSTALL_MS,
  });
  return [PLAYWRIGHTS_OWN];
}

/** @param {Log} log */
function installedByApt(log) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return [];
  log("Trying `apt-get install chromium` …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const command = "apt-get update && apt-get install -y --no-install-recommends chromium";
  spawnSync("sh", ["-c", command], { stdio: ["ignore", "inherit", "inherit"], env, timeout: INSTALL_MS });
  return installed();
}

/** @param {Browser} browser */
async function starts({ executablePath, env }) {
  let browser;
  try {
    browser = await chromium.launch({
      executablePath,
      env: { ...process.env, ...env },
      args: LAUNCH_ARGS,
      timeout: LAUNCH_MS,
    });
    const page = await browser.newPage();
    await page.setContent("<p>ready</p>", { timeout: LAUNCH_MS });
    return (await page.textContent("p")) === "ready";
  } catch {
    return false;
  } finally {
    await browser?.close().catch(() => {});
  }
}
