import { readdirSync } from "node:fs";
import path from "node:path";
import { inRoot, root } from "./paths.mjs";

/** Path of the server bundle in a build. */
export const SERVER_BUNDLE = "front/server.mjs";

/** Folders whose routes Node's own server answers. */
const FOLDERS = ["app/api/v1", "app/health", "app/metrics"];
const ROUTE = /(^|\/)route\.ts$/;
/** A pattern for all other URLs; Next.js answers those. */
const CATCH_ALL = /\[\.\.\./;

/**
 * Bundles the server, the routes and the code they use into one file; packages stay in node_modules.
 * @param {string} build
 */
export function bundleServer(build) {
  return bundleProgram({ contents: serverProgram() }, path.join(build, SERVER_BUNDLE));
}

/**
 * Bundles a TypeScript program, from a file or its text, with the code it uses.
 * @param {{ file: string } | { contents: string }} program
 * @param {string} outfile
 */
export async function bundleProgram(program, outfile) {
  // Imported late: the package may have been installed just before.
  const esbuild = await import("esbuild");
  const contents = "file" in program ? `import "@/${program.file.replace(/\.ts$/, "")}";` : program.contents;
  await esbuild.build({
    stdin: { contents, resolveDir: root, sourcefile: "program.ts", loader: "ts" },
    outfile,
    tsconfig: inRoot("tsconfig.json"),
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    sourcesContent: false,
    // The log identifies errors by their class names.
    keepNames: true,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
}

/**
 * The source of the server's entry: the table of routes by Next.js conventions, where folders are patterns and modules
 * export methods.
 */
function serverProgram() {
  const files = FOLDERS.flatMap(routesIn).sort();
  const imports = files.map((file, place) => `import * as route${place} from "@/${file.replace(/\.ts$/, "")}";`);
  const entries = files.map((file, place) => `["${path.posix.dirname(file).replace(/^app/, "")}", route${place}],`);
  const serve = `import { serve } from "@/lib/platform/server/serve";`;
  return [serve, ...imports, "await serve([", ...entries, "]);", ""].join("\n");
}

/** @param {string} folder */
function routesIn(folder) {
  return readdirSync(inRoot(folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => ROUTE.test(file) && !CATCH_ALL.test(file));
}
