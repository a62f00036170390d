import { existsSync } from "node:fs";
import { hashInputs, isMadeFrom, noteMadeFrom } from "./inputs.mjs";
import { inRoot } from "./paths.mjs";
import { packageProgram, run } from "./run.mjs";

const stamp = inRoot("lib/platform/sql/generated/.made-from");
const inputs = () => hashInputs(["prisma/schema", "prisma.config.ts", "package-lock.json"]);

export const isClientGenerated = () =>
  existsSync(inRoot("lib/platform/sql/generated/client.ts")) && isMadeFrom(stamp, inputs());

/** @param {{ signal?: AbortSignal }} options */
export async function generateClient({ signal }) {
  const made = inputs();
  await run(process.execPath, packageProgram("prisma/build/index.js", "generate", "--no-hints"), {
    env: offlinePrisma,
    capture: true,
    signal,
  });
  noteMadeFrom(stamp, made);
}

/** Prisma downloads an engine before generating but does not use it: any existing file will do. */
export const offlinePrisma = {
  PRISMA_SCHEMA_ENGINE_BINARY: inRoot("package.json"),
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
};
