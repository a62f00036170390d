const DIGITS_SHOWN = 4;
const DIGITS_OF_A_NUMBER = 7;

/** The part of a caller that survives erasure: the last four digits of a complete number, `…0142`; otherwise null. */
export function maskCaller(caller: string | null): string | null {
  if (caller === null) return null;
  const digits = caller.replaceAll(/[^0-9]/g, "");
  return `…${digits.length < DIGITS_OF_A_NUMBER ? "" : digits.slice(-DIGITS_SHOWN)}`;
}
