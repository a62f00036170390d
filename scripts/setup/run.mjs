import { spawn } from "node:child_process";
import { Failure } from "./failure.mjs";
import { inRoot, root } from "./paths.mjs";

/**
 * Runs a program to its end; resolves to its exit code and what it printed if `capture` is set.
 * With `check` (the default) a code other than 0 is a Failure.
 */
export function run(command, args, { env, capture = false, check = true, signal, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: capture ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      ...options,
      env: { ...process.env, ...env },
      signal,
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code, killedBy) => {
      if (check && code !== 0)
        reject(new Failure(`${[command, ...args].join(" ")} failed (${code ?? killedBy}). ${output}`.trim()));
      else resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a program of an installed package by Node itself: no shell, no PATH. */
export const runPackage = (file, args, options) =>
  run(process.execPath, [inRoot("node_modules", ...file.split("/")), ...args], options);
