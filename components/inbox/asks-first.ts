import type { ResolveDryRun } from "@/lib/inbox/contract";

/** Whether the preview needs confirmation: it moves money, or items stay in the inbox. */
export function asksFirst({ entries, held }: ResolveDryRun): boolean {
  return entries.length > 0 || held.length > 0;
}
