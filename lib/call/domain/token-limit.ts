const TOKENS_AT_MOST = 500;
const CHARACTERS_AT_MOST = 100_000;

/**
 * The error if the call would hold too many tokens, otherwise null. Lists of calls load all tokens, so the limit keeps
 * lists fast.
 */
export function tokenLimitError(tokens: Readonly<Record<string, string>>): string | null {
  const all = Object.entries(tokens);
  const characters = all.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (all.length <= TOKENS_AT_MOST && characters <= CHARACTERS_AT_MOST) return null;
  return `A call can have up to ${TOKENS_AT_MOST} tokens and ${CHARACTERS_AT_MOST} characters in total. Send fewer or shorter tokens.`;
}
