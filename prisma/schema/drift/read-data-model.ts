import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export type ModelField = {
  readonly name: string;
  readonly dbName?: string | null;
  readonly kind: "scalar" | "object" | "enum" | "unsupported";
  readonly type: string;
  readonly nativeType?: readonly [name: string, args: readonly string[]] | null;
  readonly isRequired: boolean;
  readonly isList: boolean;
  readonly default?: unknown;
  readonly relationFromFields?: readonly string[];
  readonly relationToFields?: readonly string[];
  readonly relationOnDelete?: string;
  readonly relationOnUpdate?: string;
};

export type ModelIndex = {
  readonly model: string;
  readonly type: "id" | "unique" | "normal" | "fulltext";
  readonly dbName?: string;
  readonly fields: readonly { name: string; sortOrder?: "asc" | "desc" }[];
};

export type DataModel = {
  readonly models: readonly { name: string; dbName: string | null; fields: readonly ModelField[] }[];
  readonly indexes: readonly ModelIndex[];
};

const SCHEMA = fileURLToPath(new URL("..", import.meta.url));
const GENERATOR = fileURLToPath(new URL("dmmf-generator.mjs", import.meta.url));
const PRISMA = createRequire(import.meta.url).resolve("prisma/build/index.js");

/**
 * The schema as Prisma parses it, with native types and relations, which the generated client lacks. `edit` changes a
 * copy of the text first, so that a test can add a difference.
 */
export async function readDataModel(edit = (text: string) => text): Promise<DataModel> {
  const copy = await mkdtemp(join(tmpdir(), "callmark-schema-"));
  try {
    const output = join(copy, "data-model.json");
    for (const file of await readdir(SCHEMA)) {
      if (!file.endsWith(".prisma") || file === "main.prisma") continue;
      await writeFile(join(copy, file), edit(await readFile(join(SCHEMA, file), "utf8")));
    }
    await writeFile(join(copy, "main.prisma"), mainOf(output));
    await promisify(execFile)(process.execPath, [PRISMA, "generate", "--schema", copy], { cwd: copy, env: offline() });
    return JSON.parse(await readFile(output, "utf8"));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function mainOf(output: string): string {
  const provider = JSON.stringify(`"${process.execPath}" "${GENERATOR}"`);
  return `generator data_model {\n  provider = ${provider}\n  output = ${JSON.stringify(output)}\n}\n\ndatasource db {\n  provider = "postgresql"\n}\n`;
}

/** `generate` runs on WebAssembly; naming any existing file as the engine stops Prisma from downloading one. */
function offline(): NodeJS.ProcessEnv {
  return { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
}
