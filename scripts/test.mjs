import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { main } from "./setup/main.mjs";
import { inRoot } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";
import { CHECKS, CLONE, readCommandLine, WITH_SERVER, WITHOUT_SERVER } from "./test/parts.mjs";
import { withSystemClock } from "./test/system-clock.mjs";
import { Tally } from "./test/tally.mjs";

/** @import { Frame } from "./setup/main.mjs" */

await main(async ({ signal, atEnd }) => {
  const { isWanted, clock } = readCommandLine(process.argv.slice(2));
  const otherClock = clock === undefined ? {} : withSystemClock(clock);
  const tally = new Tally();
  atEnd(() => tally.print());
  const dir = mkdtempSync(path.join(os.tmpdir(), "callmark-tests-"));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));

  if (!(await tally.run("packages", () => prepare(["install", "client"], { signal })))) return 1;
  // Not before: a download trusts no certificate of another year.
  Object.assign(process.env, otherClock);
  // These need the packages that the line above may have installed.
  const { runCheck } = await import("./test/checks.mjs");
  const { runVitest } = await import("./test/vitest.mjs");

  for (const name of CHECKS.filter(isWanted)) await tally.run(name, () => runCheck(name, { signal }));
  const projects = WITHOUT_SERVER.filter(isWanted);
  if (projects.length > 0) await tally.run(projects.join(", "), () => runVitest(projects, { dir, signal }));

  const withServer = WITH_SERVER.filter(isWanted);
  if (isWanted("build") || withServer.length > 0) {
    const build = await tally.run("build", () => prepare(["build"], { signal }));
    if (build) tally.count({ passed: 1, failures: [] });
    if (build && withServer.length > 0) await runWithServer(withServer, { build, dir, tally, signal, atEnd });
  }
  if (isWanted(CLONE)) {
    const { runBareClone } = await import("./test/bare-clone.mjs");
    await tally.run(CLONE, () => runBareClone({ dir, signal }));
  }
  return tally.failures.length > 0 ? 1 : 0;
});

/**
 * @param {string[]} names
 * @param {Frame & { build: string, dir: string, tally: Tally }} options
 */
async function runWithServer(names, { build, dir, tally, signal, atEnd }) {
  const { startThrowAwayApplication } = await import("./test/throw-away-application.mjs");
  const { runPlaywright } = await import("./test/playwright.mjs");
  const { runVitest } = await import("./test/vitest.mjs");
  const before = tally.failures.length;
  const env = await tally.run("server", () => startThrowAwayApplication({ build, dir, signal, atEnd }));
  if (env && names.includes("http")) await tally.run("http", () => runVitest(["http"], { dir, env, signal }));
  if (env && names.includes("e2e")) await tally.run("e2e", () => runPlaywright({ dir, env, signal }));
  if (tally.failures.length > before) keepServerLog(path.join(dir, "server.log"));
}

/** @param {string} log */
function keepServerLog(log) {
  if (!existsSync(log)) return;
  mkdirSync(inRoot("test-results"), { recursive: true });
  copyFileSync(log, inRoot("test-results/server.log"));
  console.log("What the server wrote is in test-results/server.log.");
}
