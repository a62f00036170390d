import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Failure } from "../setup/failure.mjs";

/** Where Linux distributions install it. */
const LIBRARIES = ["/usr/lib", "/usr/lib64", "/usr/local/lib"];
const LIBRARY = "faketime/libfaketime.so.1";
/** Without the second variable every wait of Chromium's threads takes seconds. */
const DURATIONS_STAY = { FAKETIME_DONT_FAKE_MONOTONIC: "1", FAKETIME_FORCE_MONOTONIC_FIX: "0" };
const OFFSET = /^[+-]\d+(\.\d+)?[mhdy]?$/;

/**
 * An environment in which a program and its children see the system clock shifted by `offset`: "+400d", "+4y".
 * Durations stay.
 * @param {string} offset
 * @param {string | null} [library]
 */
export function withSystemClock(offset, library = findLibrary()) {
  if (!OFFSET.test(offset)) throw new Failure(`--clock takes an offset, like +400d, +4y or -3h, and not ${offset}.`);
  if (!library)
    throw new Failure("--clock needs libfaketime: install it (Debian and Ubuntu: apt install libfaketime).");
  return { LD_PRELOAD: library, FAKETIME: offset, ...DURATIONS_STAY, NO_FAKE_STAT: "1" };
}

/** Searches the directories and their subfolders, which Debian names after the processor; undefined if not found. */
export function findLibrary(directories = LIBRARIES) {
  const places = directories.flatMap((directory) => [directory, ...directoriesIn(directory)]);
  return places.map((place) => path.join(place, LIBRARY)).find((file) => existsSync(file));
}

/** @param {string} directory */
function directoriesIn(directory) {
  if (!existsSync(directory)) return [];
  const entries = readdirSync(directory, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(directory, name));
}
