type Group = { before: number; last: number };

const TIMES = /\{(\d{1,4})(,(\d{0,4}))?\}/y;

/**
 * An estimate of the steps of a compiled pattern, which determine its memory and its time per character: `a{1000}` has
 * a thousand. Nested counts multiply. Never below what RE2 compiles to.
 */
export function patternWeight(pattern: string): number {
  const groups: Group[] = [{ before: 0, last: 0 }];
  const add = (weight: number) => {
    const group = groups.at(-1);
    if (!group) return;
    group.before += group.last;
    group.last = weight;
  };
  let at = 0;
  while (at < pattern.length) {
    const end = endOfAtom(pattern, at);
    const times = timesAt(pattern, at);
    const group = groups.at(-1);
    if (times && group) {
      group.last *= times.count;
      at += times.length;
      continue;
    }
    if (pattern[at] === "(") groups.push({ before: 0, last: 0 });
    else if (pattern[at] === ")" && groups.length > 1) {
      const closed = groups.pop();
      add((closed?.before ?? 0) + (closed?.last ?? 0) + 2);
    } else if ("*+?".includes(pattern[at] ?? "") && group) group.last += 1;
    else add(end - at > 1 && pattern.startsWith("\\Q", at) ? end - at : 1);
    at = end;
  }
  return groups.reduce((sum, { before, last }) => sum + before + last, 0);
}

function timesAt(pattern: string, at: number): { readonly count: number; readonly length: number } | null {
  TIMES.lastIndex = at;
  const [text, least, , most] = TIMES.exec(pattern) ?? [];
  return text === undefined ? null : { count: Math.max(1, Number(least), Number(most ?? 0)), length: text.length };
}

/**
 * The position after a character, an escape, a quotation or a class. Parentheses inside a quotation or class do not
 * group.
 */
function endOfAtom(pattern: string, at: number): number {
  if (pattern.startsWith("\\Q", at)) {
    const end = pattern.indexOf("\\E", at + 2);
    return end === -1 ? pattern.length : end + 2;
  }
  if (pattern[at] === "\\") return at + 2;
  return pattern[at] === "[" ? endOfClass(pattern, at) : at + 1;
}

function endOfClass(pattern: string, from: number): number {
  let at = from + 1;
  if (pattern[at] === "^") at += 1;
  if (pattern[at] === "]") at += 1;
  while (at < pattern.length && pattern[at] !== "]") {
    const named = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at) : -1;
    at = named === -1 ? at + (pattern[at] === "\\" ? 2 : 1) : named + 2;
  }
  return at + 1;
}
