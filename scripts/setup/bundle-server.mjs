import { readdirSync } from "node:fs";
import path from "node:path";
import { inRoot, root } from "./paths.mjs";

/** Path of the server bundle in a build. */
export const SERVER_BUNDLE = "front/server.mjs";

const API = "app/api/v1";
const ROUTE = /(^|\/)route\.ts$/;
/** A pattern for all other URLs; Next.js answers those. */
const CATCH_ALL = /\[\.\.\./;

/**
 * Bundles the server, the routes of the API and the code they use into one file; packages stay in node_modules.
 * @param {string} build
 */
export async function bundleServer(build) {
  // Imported late: the package may have been installed just before.
  const esbuild = await import("esbuild");
  await esbuild.build({
    stdin: { contents: serverProgram(), resolveDir: root, sourcefile: "server-program.ts", loader: "ts" },
    outfile: path.join(build, SERVER_BUNDLE),
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
  const files = readdirSync(inRoot(API), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => ROUTE.test(file) && !CATCH_ALL.test(file))
    .sort();
  const imports = files.map((file, place) => `import * as route${place} from "@/${API}/${file.replace(/\.ts$/, "")}";`);
  const entries = files.map((file, place) => `["/api/v1/${path.posix.dirname(file)}", route${place}],`);
  const serve = `import { serve } from "@/lib/platform/server/serve";`;
  return [serve, ...imports, "await serve([", ...entries, "]);", ""].join("\n");
}
