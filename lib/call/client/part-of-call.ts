/** Data that is loaded separately from the call. */
type Part = "changes" | "billing" | "evaluations";

/** The query key by which saving the call invalidates this part. */
export function partOfCall<Name extends Part>(callId: number, part: Name) {
  return ["call", callId, part] as const;
}
