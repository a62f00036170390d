import { expect, test } from "vitest";
import { Failure, Stopped } from "./failure.mjs";
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
