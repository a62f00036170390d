const CHARACTERS = 12;
/** Of 0 to 4: from 3 on, more than 10⁸ guesses are needed by somebody who knows the usual ways. */
const STRENGTH = 3;

type Estimator = { readonly check: (password: string, words: string[]) => { readonly score: number } };
let loading: Promise<Estimator> | undefined;

/**
 * What is wrong with a new password, as a sentence; null if nothing. Compares it with lists of common ones, and with what
 * is known of the person.
 */
export async function passwordProblem(password: string, context: readonly string[]): Promise<string | null> {
  if (password.length < CHARACTERS) return `Enter a password of at least ${CHARACTERS} characters.`;
  loading ??= load();
  const words = [...context, "callmark"]
    .flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2);
  const { score } = (await loading).check(password, words);
  if (score >= STRENGTH && !isMadeOf(password, words)) return null;
  return "This password is easy to guess. Use several unrelated words, or let a password manager make one.";
}

/** Made of the person's own words and little else. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const left = words.reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ""), password.toLowerCase());
  return left.length < password.length && left.replace(/[^a-z]/g, "").length < 4 && left.length < 6;
}

/** The lists take two megabytes, so they are loaded when somebody first chooses a password. */
async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
