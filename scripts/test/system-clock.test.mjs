import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Failure } from "../setup/failure.mjs";
import { findLibrary, withSystemClock } from "./system-clock.mjs";

test("libfaketime is found where distributions install it", () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), "callmark-clock-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const nowhere = path.join(dir, "nowhere");
  expect(findLibrary([nowhere, dir])).toBeUndefined();
  const library = path.join(dir, "x86_64-linux-gnu/faketime/libfaketime.so.1");
  mkdirSync(path.dirname(library), { recursive: true });
  writeFileSync(library, "");
  expect(findLibrary([nowhere, dir])).toBe(library);
});

test.each(["+400d", "+4y", "-3h", "+90"])("the clock can be set to %s", (offset) => {
  expect(withSystemClock(offset, "libfaketime.so.1")).toMatchObject({
    FAKETIME: offset,
    LD_PRELOAD: "libfaketime.so.1",
  });
});

test.each(["400d", "tomorrow", "", "+1 year"])("%j is not a valid offset", (offset) => {
  expect(() => withSystemClock(offset, "libfaketime.so.1")).toThrow(Failure);
});

test("without libfaketime the error says what to install", () => {
  expect(() => withSystemClock("+4y", null)).toThrow("apt install libfaketime");
});
