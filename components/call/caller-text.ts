/** "+15550100" → "+1 555-0100". Null is anonymous; undefined is hidden from the reader. */
export function callerText(caller: string | null | undefined): string {
  if (caller === undefined) return "Caller hidden";
  if (caller === null) return "Anonymous";
  const match = /^\+1(\d{3})?(\d{3})(\d{4})$/.exec(caller);
  if (!match) return caller;
  return `+1 ${[match[1], match[2], match[3]].filter(Boolean).join("-")}`;
}
