import type { CallReport, Reading } from "@/lib/intake/call-report";

/** A reading of one call, without what was not told: absent and undefined are the same to nobody who spreads it. */
export function oneCall(report: CallReport): Reading {
  return { kind: "calls", reports: [toldOnly(report)] };
}

export function toldOnly(report: CallReport): CallReport {
  const { tokens, transcript, ...rest } = report;
  const told = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(told) as typeof rest),
    ...(tokens && Object.keys(tokens).length > 0 && { tokens }),
    ...(transcript && transcript.length > 0 && { transcript }),
  };
}

export function ignored(what: string): Reading {
  return { kind: "ignored", what };
}
