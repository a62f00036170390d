import path from "node:path";

const IMPORT = /\b(?:from|import|require)\s*\(?\s*["'`]([^"'`\n]+)["'`]/g;
const COMMENT_OR_TEXT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/**
 * Imports of a file: { target } is a path from the root without extension, or null for a package, whose name is { name
 * }.
 */
export function readImports(file, text) {
  const code = text.replace(COMMENT_OR_TEXT, (part) => (part.startsWith("/") ? "" : part));
  return [...code.matchAll(IMPORT)].map(([, name]) => ({ name, target: targetOf(file, name) }));
}

function targetOf(file, name) {
  if (name.startsWith("@/")) return name.slice(2);
  if (name.startsWith(".")) return path.posix.join(path.posix.dirname(file), name);
  return null;
}

/** Code without comments and string contents. */
export const codeOnly = (text) => text.replace(COMMENT_OR_TEXT, (part) => (part.startsWith("/") ? "" : '""'));
