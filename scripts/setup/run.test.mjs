import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { Failure, Stopped } from "./failure.mjs";
import { inRoot } from "./paths.mjs";
import { isStillRunning } from "./process-identity.mjs";
import { run } from "./run.mjs";

/**
 * @param {string} code
 * @param {Parameters<typeof run>[2]} [options]
 */
const node = (code, options) => run(process.execPath, ["-e", code], { capture: true, ...options });

test("a failed program is a Failure with its output", async () => {
  const failing = node("console.error('no disk'); process.exit(3)");
  await expect(failing).rejects.toThrow(Failure);
  await expect(node("console.error('no disk'); process.exit(3)")).rejects.toThrow("no disk");
  expect(await node("process.exit(3)", { check: false })).toMatchObject({ code: 3 });
});

test("aborting stops the running program", async () => {
  const controller = new AbortController();
  const running = node("setInterval(() => {}, 1000)", { signal: controller.signal });
  controller.abort();
  await expect(running).rejects.toThrow(Stopped);
  await expect(node("0", { signal: controller.signal })).rejects.toThrow(Stopped);
});

test("programs that a running program starts in turn are left to it", async () => {
  const grandchild = "setTimeout(() => process.exit(7), 1500)";
  const program = `
    const preload = process.execArgv.slice(0, 2);
    require("node:child_process")
      .spawn(process.execPath, [...preload, "-e", ${JSON.stringify(grandchild)}])
      .once("exit", (code) => process.exit(code ?? 1));`;
  expect(await node(program, { check: false })).toMatchObject({ code: 7 });
});

test("a running program ends when the command that started it is killed", async () => {
  const program = "console.log(process.pid); setInterval(() => {}, 1000)";
  const command = `
    import { start } from ${JSON.stringify(inRoot("scripts/setup/run.mjs"))};
    start(process.execPath, ["-e", ${JSON.stringify(program)}], { stdio: "inherit" });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", command], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed] = await once(child.stdout, "data");
  child.kill("SIGKILL");
  await expect.poll(() => isStillRunning(String(printed)), { timeout: 10_000 }).toBe(false);
});
