/** What would make a function depend on more than its arguments. */
const IMPURE = /** @type {const} */ ([
  [/\basync\b|\bawait\b|\bPromise\b/, "is asynchronous"],
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b|\bTemporal\.Now\b/, "reads the clock"],
  [/\bprocess\.|\bglobalThis\b/, "reads its environment"],
  [/\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/, "draws random values"],
  [/\bfetch\s*\(|\bset(?:Timeout|Interval|Immediate)\s*\(|\bconsole\./, "acts on the outside"],
]);
const COMMENT_OR_TEXT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/**
 * `base`, the domain of a noun, and the providers depend on their arguments only.
 * @param {string} file
 */
export const isPure = (file) => /^lib\/(base|[^/]+\/domain|[^/]+\/provider)\//.test(file);

/**
 * Why a file is not pure; empty if it is. Ignores comments and strings.
 * @param {string} text
 */
export function findImpurities(text) {
  const code = text.replace(COMMENT_OR_TEXT, (part) => (part.startsWith("/") ? "" : '""'));
  return IMPURE.filter(([pattern]) => pattern.test(code)).map(([, reason]) => reason);
}
