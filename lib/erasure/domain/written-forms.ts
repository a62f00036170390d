/** A number with its country as calls may have it that came without the plus: what a switch dials, or its own country writes. */
export function writtenForms(caller: string): readonly string[] {
  if (!caller.startsWith("+")) return [caller];
  const digits = caller.slice(1);
  const abroad = [caller, digits, `00${digits}`, `011${digits}`];
  if (digits.length < 10) return abroad;
  const national = digits.slice(-10);
  return [...abroad, digits.startsWith("1") ? national : `0${national}`];
}
