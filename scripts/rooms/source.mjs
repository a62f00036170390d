import path from "node:path";

const IMPORT = /\b(?:from|import|require)\s*\(?\s*["'`]([^"'`\n]+)["'`]/g;
const COMMENT_OR_TEXT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/**
 * What a file imports: { target } is a path below the root without its ending, or null for a package, whose name is { name }.
 * @param {string} file
 * @param {string} text
 */
export function readImports(file, text) {
  const code = text.replace(COMMENT_OR_TEXT, (part) => (part.startsWith("/") ? "" : part));
  return [...code.matchAll(IMPORT)].map(([, name = ""]) => ({ name, target: targetOf(file, name) }));
}

/**
 * @param {string} file
 * @param {string} name
 */
function targetOf(file, name) {
  if (name.startsWith("@/")) return name.slice(2);
  if (name.startsWith(".")) return path.posix.join(path.posix.dirname(file), name);
  return null;
}

/**
 * The code alone: no comments, nothing that stands in quotes.
 * @param {string} text
 */
export const codeOnly = (text) => text.replace(COMMENT_OR_TEXT, (part) => (part.startsWith("/") ? "" : '""'));
