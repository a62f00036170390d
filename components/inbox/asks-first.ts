import type { SettleDryRun } from "@/lib/inbox/contract";

/** Whether what is settled together moves money or has to wait again: then people are asked before it is done. */
export function asksFirst({ entries, held }: SettleDryRun): boolean {
  return entries.length > 0 || held.length > 0;
}
