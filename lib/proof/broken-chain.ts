import { createHash } from "node:crypto";
import type { ProvenHead, ProvenLink } from "./sql/read-links";

const BEFORE_THE_FIRST = "00".repeat(32);

/**
 * The first link that does not match its seal, does not follow the previous one, or closed another month than recorded.
 */
export function brokenChain(links: readonly ProvenLink[], head: ProvenHead): string | null {
  let previous = BEFORE_THE_FIRST;
  let closed: string | null = null;
  for (const [position, link] of links.entries()) {
    const fault = brokenLink(link, position + 1, previous, closed);
    if (fault !== null) return fault;
    previous = link.digest ?? previous;
    closed = link.closes ?? closed;
  }
  if (head.number !== links.length || head.digest !== previous) return "the head of the ledger is not the last link";
  if (head.closedThrough === closed) return null;
  return `the books are closed through ${monthOf(head.closedThrough)}; the chain closed ${monthOf(closed)} last`;
}

function brokenLink(link: ProvenLink, expected: number, previous: string, closed: string | null): string | null {
  const { number, digest, closes, closedMonth, entries } = link;
  if (number === 0) return `the month ${monthOf(closedMonth)} was closed by no link of the chain`;
  if (digest === null && entries.count === 0)
    return `the month ${monthOf(closedMonth)} names link ${number}, which is not there`;
  if (digest === null) return `entries name link ${number} of the chain, which is not there`;
  if (number !== expected) return `link ${expected} of the chain is missing`;
  if (link.previousDigest !== previous) return `link ${number} does not follow the seal before it`;
  if (link.entryCount !== entries.count)
    return `link ${number} sealed ${link.entryCount} entries and has ${entries.count}`;
  if (link.facts !== link.factsNow) {
    return `link ${number} sealed other records beside its entries (settlements, terms, accounts, documents) than are there`;
  }
  if (digest !== sealOf(previous, link)) return `link ${number} has other entries than it sealed`;
  if (link.revenueMinor !== entries.revenueMinor || link.payoutMinor !== entries.payoutMinor) {
    return `link ${number} tells another revenue or payout than its entries`;
  }
  if (closes !== closedMonth)
    return `link ${number} closed ${monthOf(closes)}; the list of closed months says ${monthOf(closedMonth)}`;
  if (closes !== null && closed !== null && closes !== monthAfter(closed)) {
    return `link ${number} closed ${monthOf(closes)} after ${monthOf(closed)}: months close in order`;
  }
  return null;
}

function sealOf(previous: string, { number, entries, closes, issues, facts, changes }: ProvenLink): string {
  const did = [closes && `closes ${closes}`, issues && `issues ${issues}`];
  const besides = [facts && `facts ${facts}`, changes && `changes ${changes}`];
  const text = [previous, number, entries.digest, ...[...did, ...besides].filter(Boolean)].join("|");
  return createHash("sha256").update(text).digest("hex");
}

function monthOf(day: string | null): string {
  return day?.slice(0, 7) ?? "no month";
}

function monthAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, 10);
}
