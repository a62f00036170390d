const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/^ENOTFOUND$|^EAI_AGAIN$/, "Its host name is unknown"],
  [/^ECONNREFUSED$/, "Nothing listens at its address"],
  [/^ECONNRESET$|^EPIPE$/, "It ended the connection without an answer"],
  [/^ETIMEDOUT$|^EHOSTUNREACH$|^ENETUNREACH$/, "Its address can’t be reached"],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/, "Its certificate isn’t valid"],
];

/** Why an outside system has not answered, as a sentence with the system's own code for who runs it. */
export function whyNoAnswer(reason: unknown): string {
  // Node groups the failures of a host with several addresses.
  const [first] = reason instanceof AggregateError ? reason.errors : [reason];
  if (!(first instanceof Error)) return String(first);
  const { code, message } = first as NodeJS.ErrnoException;
  const [, sentence] = CAUSES.find(([codes]) => typeof code === "string" && codes.test(code)) ?? [];
  return sentence === undefined ? message || code || "The connection failed." : `${sentence} (${code}).`;
}
