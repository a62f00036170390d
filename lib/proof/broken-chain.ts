import { createHash } from "node:crypto";
import type { ProvenHead, ProvenLink } from "./sql/read-links";

const BEFORE_THE_FIRST = "00".repeat(32);

/**
 * The first link that does not match its seal, does not follow the previous link, or closed a month other than the
 * recorded one.
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
  if (head.number !== links.length || head.digest !== previous) return "the head of the ledger isn’t the last link";
  if (head.closedThrough === closed) return null;
  return `months are closed through ${monthOf(head.closedThrough)}, but the chain last closed ${monthOf(closed)}`;
}

function brokenLink(link: ProvenLink, expected: number, previous: string, closed: string | null): string | null {
  const { number, digest, closes, closedMonth, entries } = link;
  if (number === 0) return `no link of the chain closed ${monthOf(closedMonth)}`;
  if (digest === null && entries.count === 0)
    return `${monthOf(closedMonth)} was closed by link ${number}, which doesn’t exist`;
  if (digest === null) return `entries belong to link ${number}, which doesn’t exist`;
  if (number !== expected) return `link ${expected} of the chain is missing`;
  if (link.previousDigest !== previous) return `link ${number} doesn’t follow the previous seal`;
  if (link.entryCount !== entries.count)
    return `link ${number} sealed ${link.entryCount} entries but has ${entries.count}`;
  if (link.facts !== link.factsNow) {
    return `link ${number} sealed other settlements, terms, accounts or documents than it has now`;
  }
  if (digest !== sealOf(previous, link)) return `link ${number} has other entries than it sealed`;
  if (link.revenueMinor !== entries.revenueMinor || link.payoutMinor !== entries.payoutMinor) {
    return `link ${number} has another revenue or payout than its entries`;
  }
  if (closes !== closedMonth)
    return `link ${number} closed ${monthOf(closes)}, but the list of closed months has ${monthOf(closedMonth)}`;
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
