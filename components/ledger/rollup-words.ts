import { periodText } from "@/components/ui/period-text";
import type { Rollup } from "@/lib/ledger/contract/rollup";
import type { RollupKind } from "@/lib/ledger/domain/rollup-kind";

export const ROLLUP_WORDS: Readonly<Record<RollupKind, string>> = {
  calls: "call entries",
  documents: "document entries",
  closing: "month closed",
  statements: "statements issued",
  records: "records sealed",
};
const WORDS: Readonly<Record<string, string>> = ROLLUP_WORDS;

/** "Oct 2026 closed", "call entries" */
export function rollupWords({ does, closes }: Rollup): string {
  return closes === null ? (WORDS[does] ?? does) : `${periodText(closes)} closed`;
}

/** "420 ms", "12.4 s" */
export function durationText(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
