import type { Mechanisms } from "./evaluate";

/** How far back these mechanisms look for earlier calls of the caller, in seconds; 0 for none. */
export function duplicateWindow({ rules }: Mechanisms): number {
  return rules.reduce((widest, { duplicates }) => Math.max(widest, duplicates?.seconds ?? 0), 0);
}

/** Whether any rule sets an amount. */
export function givesAmounts({ rules }: Mechanisms): boolean {
  return rules.some(({ enabled, amount }) => enabled && amount !== null);
}
