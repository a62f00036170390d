const DIGITS_SHOWN = 4;
const DIGITS_OF_A_NUMBER = 7;

/** What may be shown of a caller for ever: the last four digits of a whole number, `…0142`; nothing of anything else. */
export function maskCaller(caller: string | null): string | null {
  if (caller === null) return null;
  const digits = caller.replaceAll(/[^0-9]/g, "");
  return `…${digits.length < DIGITS_OF_A_NUMBER ? "" : digits.slice(-DIGITS_SHOWN)}`;
}
