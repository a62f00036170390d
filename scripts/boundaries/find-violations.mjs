import { readFileSync } from "node:fs";
import path from "node:path";
import swc from "@swc/core";
import { cruise } from "dependency-cruiser";
import { findImpurities, isPure } from "./purity.mjs";
import { findHomeless, RULES } from "./rules.mjs";

const SOURCES = ["app", "components", "lib", "instrumentation.ts"];

// dependency-cruiser makes swc parse TypeScript without JSX, whatever the file extension.
const parse = swc.parseFileSync;
swc.parseFileSync = /** @type {typeof parse} */ (
  (/** @type {string} */ file, /** @type {object} */ options) =>
    parse(file, { ...options, syntax: "typescript", tsx: file.endsWith(".tsx") })
);

/** @typedef {import("dependency-cruiser").IViolation} Violation */

/**
 * The number of files, and a sentence per violation.
 * @param {string} root
 */
export async function findViolations(root, sources = SOURCES) {
  const { output } = await cruise(
    sources,
    {
      baseDir: root,
      ruleSet: { forbidden: RULES },
      validate: true,
      parser: "swc",
      tsPreCompilationDeps: true,
      doNotFollow: { path: "^node_modules/|/generated/" },
      enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
      exclude: { path: "^lib/platform/sql/generated/[^c]|^\\.next" },
    },
    { alias: { "@": root } },
  );
  if (typeof output === "string") throw new Error("dependency-cruiser answered with text");
  const files = output.modules
    .map(({ source }) => source)
    .filter((source) => /^(app|components|lib)\/.*\.tsx?$/.test(source));
  const imports = output.summary.violations.map(sentenceOf);
  const inTexts = files.flatMap((file) => findInText(file, readFileSync(path.join(root, file), "utf8")));
  return { files: files.length, violations: [...imports, ...findHomeless(files), ...inTexts] };
}

/** @param {Violation} violation */
function sentenceOf({ from, to, rule, cycle }) {
  const comment = RULES.find(({ name }) => name === rule.name)?.comment ?? rule.name;
  return `${from} may not import ${cycle ? cycle.map(({ name }) => name).join(" → ") : to}: ${comment}.`;
}

/** A type imported as `import("./file").Type`, which dependency-cruiser does not see. */
const HIDDEN_IMPORT = /\bimport\(\s*["'][^"']+["']\s*\)\s*\.(?!then\b|catch\b|finally\b)|\btypeof import\(/;

/**
 * @param {string} file
 * @param {string} text
 */
function findInText(file, text) {
  if (/\.test\.tsx?$/.test(file)) return [];
  const hidden = HIDDEN_IMPORT.test(text) ? [`${file} hides an import in a type: write it at the top.`] : [];
  const impurities = isPure(file) ? findImpurities(text) : [];
  return [...hidden, ...impurities.map((reason) => `${file} ${reason}, and has to be pure.`)];
}
