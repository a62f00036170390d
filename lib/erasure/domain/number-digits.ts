/** As many as tell a number from others, and stand in it also without its country code. */
const TELLING = 10;
/** Fewer are found in all sorts of figures. */
const AT_LEAST = 7;

/** The digits by which a number is known again however it is written: its last ten. */
export function tellingDigits(caller: string): string {
  return caller.replace(/\D/g, "").slice(-TELLING);
}

/** Whether these are digits enough to look for them in what people wrote. */
export function areTelling(digits: string): boolean {
  return digits.length >= AT_LEAST;
}

const ESCAPED = /%[0-9a-f]{2}|\\u[0-9a-f]{4}/gi;
/** Digits with no more between them than people and programs write into a number. */
const RUN = /[0-9](?:[^0-9\p{L}"{}[\],:]{0,4}[0-9])*/gu;

/** All that could be the telling digits of a number in a text; null where that is more than `atMost`. */
export function numbersIn(text: string, atMost = 5000): ReadonlySet<string> | null {
  const numbers = new Set<string>();
  for (const [run] of text.replace(ESCAPED, " ").matchAll(RUN)) {
    const digits = run.replace(/[^0-9]/g, "");
    if (areTelling(digits) && digits.length < TELLING) numbers.add(digits);
    for (let end = TELLING; end <= digits.length; end += 1) {
      numbers.add(digits.slice(end - TELLING, end));
      if (numbers.size > atMost) return null;
    }
  }
  return numbers;
}
