import { exportAllHeads } from "@/lib/proof/export-heads";
import { exportWhenHeadMoves } from "@/lib/proof/export-when-head-moves";

const COMPARE_EVERY_MS = 60_000;

/** Every server writes its own complete file: its own seals immediately, those of other servers within a minute. */
export function exportHeadsRegularly(): void {
  exportWhenHeadMoves();
  let comparing = Promise.resolve();
  const compare = () => {
    comparing = comparing.then(exportAllHeads).catch(() => {});
  };
  compare();
  setInterval(compare, COMPARE_EVERY_MS).unref();
}
