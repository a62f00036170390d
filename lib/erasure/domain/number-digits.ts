/** Ten digits identify a number without its country code. */
const IDENTIFYING = 10;
/** Shorter digit sequences also occur in other figures. */
const AT_LEAST = 7;

/** The last ten digits, which identify a number however it is written. */
export function identifyingDigits(caller: string): string {
  return caller.replace(/\D/g, "").slice(-IDENTIFYING);
}

/** Whether there are enough digits to search for them in texts. */
export function canIdentify(digits: string): boolean {
  return digits.length >= AT_LEAST;
}

const ESCAPED = /%[0-9a-f]{2}|\\u[0-9a-f]{4}/gi;
/** Digits, separated only by what people and programs write inside numbers. */
const RUN = /[0-9](?:[^0-9\p{L}"{}[\],:]{0,4}[0-9])*/gu;

/** All digit sequences of a text that could identify a number; null if there are more than `atMost`. */
export function numbersIn(text: string, atMost = 5000): ReadonlySet<string> | null {
  const numbers = new Set<string>();
  for (const [run] of text.replace(ESCAPED, " ").matchAll(RUN)) {
    const digits = run.replace(/[^0-9]/g, "");
    if (canIdentify(digits) && digits.length < IDENTIFYING) numbers.add(digits);
    for (let end = IDENTIFYING; end <= digits.length; end += 1) {
      numbers.add(digits.slice(end - IDENTIFYING, end));
      if (numbers.size > atMost) return null;
    }
  }
  return numbers;
}
