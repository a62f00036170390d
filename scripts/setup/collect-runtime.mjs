import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bundleProgram, SERVER_BUNDLE } from "./bundle-server.mjs";
import { Failure } from "./failure.mjs";
import { inRoot, root } from "./paths.mjs";

/** Where the runtime files have their build. */
const RUNTIME_BUILD = ".next";

/** TypeScript programs that run beside the server, bundled as it is. */
const PROGRAMS = { "worker.mjs": "lib/jobs/worker-main.ts", "verify-books.mjs": "scripts/verify-books.ts" };

/** The commands of the runtime files, and what they read by name. */
const ENTRIES = ["server", "worker", "migrate", "verify-books"].map((name) => `scripts/runtime/${name}.mjs`);
const READ_BY_NAME = ["package.json", "prisma/migrations", "LICENSE"];

/** Packages that only build, develop or compile, although packages of the server name them. */
const LEFT_OUT = [
  /^node_modules\/(@next\/swc-|@swc\/core|@img\/|sharp\/|typescript\/|esbuild\/|@esbuild\/|caniuse-lite\/)/,
  /^node_modules\/next\/dist\/(esm|next-devtools|compiled\/(webpack|babel|babel-packages|terser|sass-loader))\//,
  /\.development\.js$/,
  /\.(map|md|d\.ts|d\.mts|d\.cts)$/,
];

/**
 * Copies what a built server, its worker and the migration need besides Node into an empty directory, where
 * `node scripts/runtime/server.mjs` starts it: no sources, compilers or tests, and nothing that is written to.
 * @param {{ build: string, dir: string }} options
 */
export async function collectRuntime({ build, dir }) {
  if (existsSync(dir) && readdirSync(dir).length > 0) throw new Failure(`${dir} is not empty.`);
  mkdirSync(dir, { recursive: true });
  for (const [name, file] of Object.entries(PROGRAMS)) {
    await bundleProgram({ file }, inRoot(build, path.dirname(SERVER_BUNDLE), name));
  }
  const cache = inRoot(build, "cache");
  /** @param {string} file */
  const isServed = (file) => file !== cache && isKept(file);
  cpSync(inRoot(build), path.join(dir, RUNTIME_BUILD), { recursive: true, verbatimSymlinks: true, filter: isServed });
  for (const name of READ_BY_NAME) cpSync(inRoot(name), path.join(dir, name), { recursive: true });
  for (const file of await findFiles(build)) copy(file, dir);
  return measure(dir);
}

/** @param {string} file */
const isKept = (file) => !LEFT_OUT.some((pattern) => pattern.test(path.relative(root, file).replaceAll("\\", "/")));

/**
 * What Next.js found for its server and each page, and what the bundles and commands import.
 * @param {string} build
 */
async function findFiles(build) {
  const bundles = [
    SERVER_BUNDLE,
    ...Object.keys(PROGRAMS).map((name) => path.posix.join(path.posix.dirname(SERVER_BUNDLE), name)),
  ];
  const { nodeFileTrace } = createRequire(import.meta.url)("next/dist/compiled/@vercel/nft");
  const entries = [...bundles.map((file) => inRoot(build, file)), ...ENTRIES.map((file) => inRoot(file))];
  /** @param {string} file */
  const ignore = (file) => !isKept(inRoot(file));
  const { fileList } = await nodeFileTrace(entries, { base: root, ignore });
  const all = new Set([...fileList, ...tracedByNext(build)]);
  return [...all].filter((file) => !file.startsWith(`${build}/`) && !file.startsWith("..") && isKept(inRoot(file)));
}

/** @param {string} build */
function tracedByNext(build) {
  const traces = readdirSync(inRoot(build), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".nft.json"),
  );
  return traces.flatMap((name) => {
    const trace = inRoot(build, name);
    /** @type {{ files: string[] }} */
    const { files } = JSON.parse(readFileSync(trace, "utf8"));
    return files
      .map((file) => path.relative(root, path.resolve(path.dirname(trace), file)).replaceAll("\\", "/"))
      .filter((file) => file.startsWith("node_modules/"));
  });
}

/**
 * @param {string} file
 * @param {string} dir
 */
function copy(file, dir) {
  const target = path.join(dir, file);
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(inRoot(file), target, { verbatimSymlinks: true, recursive: true });
}

/** @param {string} dir */
function measure(dir) {
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" })
    .map((name) => lstatSync(path.join(dir, name)))
    .filter((stat) => stat.isFile());
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}
