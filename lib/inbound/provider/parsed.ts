import type { ReportedCall } from "@/lib/call/domain/reported-call";

/** A parsed event. */
export type Parsed =
  | { readonly kind: "calls"; readonly calls: readonly ReportedCall[] }
  | { readonly kind: "ignored"; readonly what: string }
  | { readonly kind: "malformed"; readonly problem: string };

export function oneCall(call: ReportedCall): Parsed {
  return { kind: "calls", calls: [withoutAbsent(call)] };
}

export function ignored(what: string): Parsed {
  return { kind: "ignored", what };
}

export function malformed(problem: string): Parsed {
  return { kind: "malformed", problem };
}

/** Removes undefined values, empty tokens and an empty transcript, so that a key means that the value was reported. */
export function withoutAbsent(call: ReportedCall): ReportedCall {
  const { tokens, transcript, ...rest } = call;
  const reported = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(reported) as typeof rest),
    ...(tokens && Object.keys(tokens).length > 0 && { tokens }),
    ...(transcript && transcript.length > 0 && { transcript }),
  };
}
