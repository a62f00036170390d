import type { CompanyId } from "@/lib/base/ids";
import { readHeads } from "./head-files";
import type { Head } from "./sql/list-heads";
import type { ProvenLink } from "./sql/read-links";

export type Exported = { readonly file: string; readonly head: Head | null };

/** Every exported link of a company's chain. */
export async function readExported(company: CompanyId): Promise<Exported[]> {
  const exported: Exported[] = [];
  for await (const line of readHeads(company)) exported.push(line);
  return exported;
}

/**
 * What the export has and the chain does not: the chain was cut off at its end, an old copy of the database was
 * restored, or the chain was recomputed. Null if they agree.
 */
export function exportedDifference(
  company: CompanyId,
  exported: readonly Exported[],
  links: readonly ProvenLink[],
): string | null {
  const chain = new Map(links.map((link) => [link.number, link]));
  for (const { file, head } of exported) {
    if (head === null) return `a line of the export file ${file} can’t be read`;
    if (head.company !== company) return `the export file ${file} belongs to another company`;
    const link = chain.get(head.number);
    const name = `link ${head.number}, exported as posted at ${head.posted_at},`;
    if (!link?.digest) return `${name} isn’t in the chain: the chain was cut off or restored from an old copy`;
    if (link.digest !== head.digest) return `${name} has another seal in the chain: history was rewritten`;
    if (link.postedAt?.toISOString() !== head.posted_at) return `${name} has another time in the ledger`;
  }
  const numbers = new Set(exported.map(({ head }) => head?.number ?? 0));
  const lost = links.find(({ number }) => number < Math.max(0, ...numbers) && !numbers.has(number));
  return lost ? `link ${lost.number} is missing from the export, but later links are there` : null;
}

/** How many links at the end of the chain are not exported yet: these could be recomputed without detection. */
export function linksNotExported(exported: readonly Exported[], links: readonly ProvenLink[]): number {
  const newest = exported.reduce((last, { head }) => Math.max(last, head?.number ?? 0), 0);
  return links.filter(({ number }) => number > newest).length;
}
