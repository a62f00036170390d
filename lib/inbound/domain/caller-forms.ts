/** Ways of writing a number, likeliest first: without a plus, the country code may be missing. */
export function callerForms(caller: string): string[] {
  if (caller.startsWith("+")) return [caller, caller.slice(1)];
  return caller.length === 10 ? [`+1${caller}`, `+${caller}`, caller] : [`+${caller}`, caller];
}
