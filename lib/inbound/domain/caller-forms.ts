/** A number as calls may have it, likeliest first: without a plus its country may be missing, as of ten digits in North America. */
export function callerForms(caller: string): string[] {
  if (caller.startsWith("+")) return [caller, caller.slice(1)];
  return caller.length === 10 ? [`+1${caller}`, `+${caller}`, caller] : [`+${caller}`, caller];
}
