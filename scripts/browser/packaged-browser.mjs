import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { inRoot } from "../setup/paths.mjs";

/** @typedef {{ executablePath?: string, env: Record<string, string> }} Browser */

const PACKAGE = inRoot("node_modules/@sparticuz/chromium");
const CACHE = inRoot("node_modules/.cache/chromium");

/**
 * The Chromium of an npm package, with the system's libraries if they are installed, otherwise with those in the
 * package.
 * @returns {Browser[]}
 */
export function packagedBrowsers() {
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(PACKAGE)) return [];
  const dir = unpacked();
  const executablePath = path.join(dir, "chromium");
  /** @type {Record<string, string>} */
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: path.join(dir, "fonts/fonts") };
  const libraries = [path.join(dir, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return [
    { executablePath, env: fonts },
    { executablePath, env: { ...fonts, LD_LIBRARY_PATH: libraries } },
  ];
}

/** Unpacked here: the package itself uses one temporary directory for all projects and users. */
function unpacked() {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, "package.json"), "utf8"));
  const dir = path.join(CACHE, version);
  if (existsSync(dir)) return dir;
  mkdirSync(CACHE, { recursive: true });
  const unfinished = mkdtempSync(path.join(CACHE, "unpacking-"));
  writeFileSync(path.join(unfinished, "chromium"), unpack("chromium.br"), { mode: 0o755 });
  extract("al2023", path.join(unfinished, "al2023"));
  extract("fonts", path.join(unfinished, "fonts"));
  extract("swiftshader", unfinished);
  renameSync(unfinished, dir);
  return dir;
}

/** @param {string} name */
const unpack = (name) => brotliDecompressSync(readFileSync(path.join(PACKAGE, "bin", name)));

/**
 * @param {string} name
 * @param {string} into
 */
function extract(name, into) {
  const archive = path.join(into, `${name}.tar`);
  mkdirSync(into, { recursive: true });
  writeFileSync(archive, unpack(`${name}.tar.br`));
  execFileSync("tar", ["-xf", archive, "-C", into]);
  rmSync(archive);
}
