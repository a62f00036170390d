import { createHash } from "node:crypto";
import { grouped } from "@/lib/base/grouped";
import type { Entry, Rollup } from "@/lib/platform/sql/generated/client";
import type { Books } from "./read-books";

/** Seals that differ from the digest of their entries and the previous seal. */
export function sealFaults({ rollups, entries, head }: Books): string[] {
  const entriesOf = grouped(entries, (entry) => entry.rollupNumber);
  const faults: string[] = [];
  let previous = "00".repeat(32);
  for (const [position, rollup] of rollups.entries()) {
    const own = entriesOf.get(rollup.number) ?? [];
    const digest = sealOf(previous, rollup, own);
    const fault = (text: string) => faults.push(`rollup ${rollup.number} ${text}`);
    if (rollup.number !== BigInt(position + 1)) fault(`stands at place ${position + 1}`);
    if (hex(rollup.previousDigest) !== previous) fault("does not follow the seal before");
    if (hex(rollup.digest) !== digest) fault("has another seal than its entries");
    if (rollup.entryCount !== own.length) fault(`counts ${rollup.entryCount} entries and has ${own.length}`);
    const ofCalls = own.filter(({ source }) => source === "call");
    const changes = new Set(ofCalls.map((entry) => `${entry.number} ${entry.version}`)).size;
    if (rollup.changeCount !== changes) fault(`counts ${rollup.changeCount} changes and has ${changes}`);
    previous = digest;
  }
  const sealed = head.rollupNumber === BigInt(rollups.length) && hex(head.digest) === previous;
  const loose = [...entriesOf.keys()].filter((number) => number < 1n || number > rollups.length);
  return [
    ...faults,
    ...(sealed ? [] : ["the head of the ledger is not the last seal"]),
    ...loose.map((number) => `entries name rollup ${number}, which is not there`),
  ];
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const day = (date: Date) => date.toISOString().slice(0, 10);

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function sealOf(previous: string, rollup: Rollup, entries: readonly Entry[]): string {
  const { number, closes, statementsDigest, factsDigest, changesDigest } = rollup;
  const lines = [...entries]
    .sort(bySealOrder)
    .map((entry) =>
      [
        ...[entry.source, entry.number, entry.version, entry.kind, entry.debitAccountId, entry.creditAccountId],
        ...[entry.amountMinor, day(entry.bookedOn), day(entry.serviceDate), entry.offsetsVersion, entry.offsetsKind],
      ]
        .filter((part) => part !== null)
        .join("|"),
    );
  const besides = [
    closes && `closes ${day(closes)}`,
    statementsDigest && `issues ${hex(statementsDigest)}`,
    factsDigest && `facts ${hex(factsDigest)}`,
    changesDigest && `changes ${hex(changesDigest)}`,
  ];
  return sha256([previous, number, sha256(lines.join("\n")), ...besides.filter(Boolean)].join("|"));
}

function bySealOrder(one: Entry, other: Entry): number {
  if (one.source !== other.source) return one.source < other.source ? -1 : 1;
  if (one.number !== other.number) return one.number < other.number ? -1 : 1;
  return one.version - other.version || (one.kind < other.kind ? -1 : Number(one.kind > other.kind));
}
