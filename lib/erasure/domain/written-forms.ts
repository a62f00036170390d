/** How calls may store a number without its plus: as a switch dials it, or as it is written in its own country. */
export function writtenForms(caller: string): readonly string[] {
  if (!caller.startsWith("+")) return [caller];
  const digits = caller.slice(1);
  const abroad = [caller, digits, `00${digits}`, `011${digits}`];
  if (digits.length < 10) return abroad;
  const national = digits.slice(-10);
  return [...abroad, digits.startsWith("1") ? national : `0${national}`];
}
