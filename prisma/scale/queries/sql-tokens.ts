/** A word in lower case (quoted names keep their case), a bound value, a sign, a literal, or a parenthesized group. */
export type Token =
  | { readonly word: string }
  | { readonly sign: string; readonly literal?: string }
  | { readonly group: readonly Token[] };

/** Placeholder for a bound value. */
export const BOUND = "$0";

const LEXEMES =
  /--[^\n]*|\/\*[\s\S]*?\*\/|(?<text>[eE]?'(?:[^']|'')*')|(?<value>\$\d+)|"(?<quoted>[^"]+)"|(?<word>[\p{L}_][\p{L}\d_]*)|(?<sign>::|<>|!=|<=|>=|->>|->|@>|<@|\|\||[^\s\w])|\d[\d.]*/gu;

/** Comments are dropped. */
export function tokensOf(sql: string): readonly Token[] {
  const open: Token[][] = [[]];
  for (const { groups = {} } of sql.matchAll(LEXEMES)) {
    const { text, value, quoted, word, sign } = groups;
    const current = open.at(-1) ?? [];
    if (sign === "(") open.push([]);
    else if (sign === ")") closeGroup(open);
    else if (word !== undefined) current.push({ word: word.toLowerCase() });
    else if (quoted !== undefined) current.push({ word: quoted });
    else if (value !== undefined) current.push({ sign: BOUND });
    else if (text !== undefined) current.push({ sign: "'", literal: text });
    else if (sign !== undefined) current.push({ sign });
  }
  while (open.length > 1) closeGroup(open);
  return open[0] ?? [];
}

function closeGroup(open: Token[][]): void {
  if (open.length < 2) return;
  const group = open.pop() ?? [];
  open.at(-1)?.push({ group });
}

export const wordOf = (token: Token | undefined) => (token && "word" in token ? token.word : undefined);
export const signOf = (token: Token | undefined) => (token && "sign" in token ? token.sign : undefined);
export const literalOf = (token: Token | undefined) => (token && "literal" in token ? token.literal : undefined);
export const groupOf = (token: Token | undefined) => (token && "group" in token ? token.group : undefined);
