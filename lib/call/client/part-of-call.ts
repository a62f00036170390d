/** What is read of a call beside the call itself. */
type Part = "changes" | "billing" | "evaluations";

/** The key of a query, by which a save of the call finds what it has to read again. */
export function partOfCall<Name extends Part>(callId: number, part: Name) {
  return ["call", callId, part] as const;
}
