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
  const { isWanted, filesOf, clock } = readCommandLine(process.argv.slice(2));
  const otherClock = clock === undefined ? {} : withSystemClock(clock);
  const tally = new Tally();
  atEnd(() => tally.print());
  const dir = mkdtempSync(path.join(os.tmpdir(), "callmark-tests-"));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));

  if (!(await tally.run("packages", () => prepare(["install-all", "client"], { signal })))) return 1;
  // Downloads come first: certificates fail under another clock.
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
    if (build && withServer.length > 0) await runWithServer(withServer, { build, dir, tally, signal, atEnd, filesOf });
  }
  if (isWanted(CLONE)) {
    const { runBareClone } = await import("./test/bare-clone.mjs");
    await tally.run(CLONE, () => runBareClone({ dir, signal }));
  }
  return tally.failures.length > 0 ? 1 : 0;
});

/**
 * @param {string[]} names
 * @param {Frame & { build: string, dir: string, tally: Tally, filesOf: (part: string) => string[] }} options
 */
async function runWithServer(names, { build, dir, tally, signal, atEnd, filesOf }) {
  const { startThrowAwayApplication } = await import("./test/throw-away-application.mjs");
  const { runPlaywright } = await import("./test/playwright.mjs");
  const { runVitest } = await import("./test/vitest.mjs");
  const before = tally.failures.length;
  const twin = names.includes("http");
  const ways = await tally.run("server", () => startThrowAwayApplication({ build, dir, signal, atEnd, twin }));
  if (!ways) return;
  const { front, next } = ways;
  if (next) {
    const env = { ...front, NEXT_APPLICATION: JSON.stringify(next) };
    await tally.run("http", () => runVitest(["http", "http-next"], { dir, env, signal, files: filesOf("http") }));
  }
  if (names.includes("e2e"))
    await tally.run("e2e", () => runPlaywright({ dir, env: front, signal, files: filesOf("e2e") }));
  if (tally.failures.length > before) for (const way of [front, next]) if (way) keepServerLog(way.SERVER_LOG);
}

/** @param {string} log */
function keepServerLog(log) {
  if (!existsSync(log)) return;
  const copy = `test-results/server-${path.basename(path.dirname(log))}.log`;
  mkdirSync(inRoot("test-results"), { recursive: true });
  copyFileSync(log, inRoot(copy));
  console.log(`What the server wrote is in ${copy}.`);
}
