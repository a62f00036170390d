/**
 * @typedef {"identifier" | "comment" | "string"} Kind
 * @typedef {{ kind: Kind, text: string, line: number, isMember: boolean }} Token
 * @typedef {{ say: string, names?: string[], words?: string[], in?: string[], only?: string[] }} Rule
 * @typedef {{ name?: string, path?: string, reason: string }} Exception
 * @typedef {{ rules: Rule[], exceptions: Exception[] }} Glossary
 */

const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[A-Za-z_$][\w$]*|\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*|\n|[\s\S]/g;

/** A slash after a value is a division; anywhere else it starts a regular expression. */
const ENDS_VALUE = /[\w$)\]"'`]/;

/**
 * Identifiers, comments and strings of a file. A template string is one string, including its expressions.
 * @param {string} text
 */
export function tokensOf(text) {
  /** @type {Token[]} */
  const tokens = [];
  const matcher = new RegExp(TOKEN);
  let line = 1;
  let before = "";
  for (let match = matcher.exec(text); match; match = matcher.exec(text)) {
    let [piece] = match;
    if (piece.length > 1 && /^\/[^/*]/.test(piece) && ENDS_VALUE.test(before)) {
      piece = "/";
      matcher.lastIndex = match.index + 1;
    }
    const kind = kindOf(piece);
    if (kind) tokens.push({ kind, text: piece, line, isMember: before === "." });
    line += piece.split("\n").length - 1;
    if (kind !== "comment" && piece.trim() !== "") before = piece.slice(-1);
  }
  return tokens;
}

/**
 * @param {string} text
 * @returns {Kind | null}
 */
function kindOf(text) {
  if (text.startsWith("//") || text.startsWith("/*")) return "comment";
  if (text.length > 1 && /^["'`]/.test(text)) return "string";
  return /^[A-Za-z_$]/.test(text) ? "identifier" : null;
}

/**
 * The words of a token in lower case: `buyerHookUrl` has buyer, hook and url.
 * @param {Token} token
 */
function wordsOf({ kind, text }) {
  const apart = kind === "identifier" ? text.replace(/([a-z0-9])(?=[A-Z])/g, "$1 ").replaceAll("_", " ") : text;
  return apart.toLowerCase().match(/[a-z]+(?:_[a-z]+)*/g) ?? [];
}

/**
 * A message for every word of a file that the glossary replaces.
 * @param {string} file
 * @param {string} text
 * @param {Glossary} glossary
 */
export function findBannedWords(file, text, { rules, exceptions }) {
  if (exceptions.some(({ path }) => path && file.startsWith(path))) return [];
  const names = new Set(exceptions.flatMap(({ name }) => name ?? []));
  const inForce = rules.filter(({ only }) => !only || only.some((path) => file.startsWith(path)));
  return tokensOf(text)
    .filter((token) => token.kind !== "identifier" || !names.has(token.text))
    .flatMap((token) => {
      const words = wordsOf(token).filter((word) => !names.has(word));
      return inForce.flatMap((rule) => {
        const banned = bannedBy(rule, token, words);
        return banned ? [`${file}:${token.line} says ${banned}. Say ${rule.say}.`] : [];
      });
    });
}

/**
 * @param {Rule} rule
 * @param {Token} token
 * @param {string[]} words
 */
function bannedBy(rule, { kind, text, isMember }, words) {
  if (kind === "identifier" && !isMember && rule.names?.includes(text)) return text;
  return rule.in?.includes(kind) ? words.find((word) => rule.words?.includes(word)) : undefined;
}
