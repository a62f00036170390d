import { periodText } from "@/components/ui/period-text";
import type { Rollup } from "@/lib/ledger/contract/rollup";
import type { RollupKind } from "@/lib/ledger/domain/rollup-kind";

export const ROLLUP_WORDS: Readonly<Record<RollupKind, string>> = {
  calls: "posts calls",
  documents: "posts documents",
  closing: "closes a month",
  statements: "issues statements",
  records: "seals records",
};
const WORDS: Readonly<Record<string, string>> = ROLLUP_WORDS;

/** "closes Oct 2026", "posts calls" */
export function rollupWords({ does, closes }: Rollup): string {
  return closes === null ? (WORDS[does] ?? does) : `closes ${periodText(closes)}`;
}

/** "420 ms", "12.4 s" */
export function durationText(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
