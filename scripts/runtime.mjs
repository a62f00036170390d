import path from "node:path";
import { Failure } from "./setup/failure.mjs";
import { main } from "./setup/main.mjs";
import { prepare } from "./setup/prepare.mjs";

await main(async ({ signal }) => {
  const [dir] = process.argv.slice(2);
  if (!dir) throw new Failure("Name the directory to write: node scripts/runtime.mjs DIRECTORY");
  await prepare(["install", "client"], { signal });
  const build = await prepare(["build"], { signal });
  const { collectRuntime } = await import("./setup/collect-runtime.mjs");
  const { files, bytes } = await collectRuntime({ build, dir: path.resolve(dir) });
  console.log(`${dir}: ${files} files, ${Math.round(bytes / 1024 / 1024)} MiB.`);
});
