import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { LogIns } from "./found-network";

export type DemoCompany = {
  readonly url: string;
  readonly company: string;
  readonly sample_calls: readonly { readonly id: number; readonly uuid: string; readonly about: string }[];
  /** URLs and secrets of phone systems and voice agents. */
  readonly sources: readonly { readonly provider: string; readonly url: string; readonly secret: string }[];
  /** URL and secret of the webhook of the first sample call's buyer. */
  readonly buyer_hook: { readonly buyer_id: number; readonly url: string; readonly secret: string };
} & LogIns;

export type Demo = DemoCompany & { readonly other_company: DemoCompany };

export function demoFileIn(dataDir: string): string {
  return path.join(dataDir, "demo.json");
}

export function hasDemoFile(dataDir: string): boolean {
  return existsSync(demoFileIn(dataDir));
}

/** Writes to a private file and renames it, so that no reader gets an incomplete file. */
export function writeDemoFile(dataDir: string, demo: Demo): void {
  mkdirSync(dataDir, { recursive: true });
  const file = demoFileIn(dataDir);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
