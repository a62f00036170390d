import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countOtherLeases, endLease, takeLease } from "./leases.mjs";
import { withLock } from "./lock.mjs";
import { identityOf } from "./process-identity.mjs";

const NOBODY = "2147483646:1";
const SAME_PID_ANOTHER_TIME = `${process.pid}:1`;

/** @type {string} */
let dir;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), "callmark-lock-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("work under one lock never overlaps", async () => {
  let inside = 0;
  const work = async () => {
    inside += 1;
    const alone = inside === 1;
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
    return alone;
  };
  const all = Array.from({ length: 5 }, () => withLock(path.join(dir, "lock"), work));
  expect(await Promise.all(all)).toEqual([true, true, true, true, true]);
});

test("a waiting process reports the holder", async () => {
  const lock = path.join(dir, "lock");
  writeFileSync(lock, identityOf());
  /** @type {number[]} */
  const messages = [];
  /** @param {number} pid */
  const onWait = (pid) => {
    messages.push(pid);
    rmSync(lock);
  };
  await withLock(lock, async () => {}, { onWait });
  expect(messages).toEqual([process.pid]);
});

test("waiting ends on abort", async () => {
  const lock = path.join(dir, "lock");
  writeFileSync(lock, identityOf());
  const controller = new AbortController();
  const waiting = withLock(lock, async () => {}, { signal: controller.signal, onWait: () => controller.abort() });
  await expect(waiting).rejects.toThrow("aborted");
});

test.each([NOBODY, SAME_PID_ANOTHER_TIME])("the lock of a dead process (%s) is free", async (identity) => {
  const lock = path.join(dir, "lock");
  writeFileSync(lock, identity);
  writeFileSync(`${lock}.clearing`, identity);
  expect(await withLock(lock, async () => "done")).toBe("done");
});

test("only leases of living processes count", () => {
  takeLease(dir);
  expect(countOtherLeases(dir)).toBe(0);
  writeFileSync(path.join(dir, "1000001"), NOBODY);
  writeFileSync(path.join(dir, "1000002"), identityOf());
  expect(countOtherLeases(dir)).toBe(1);
  endLease(dir);
  expect(countOtherLeases(dir)).toBe(1);
});
