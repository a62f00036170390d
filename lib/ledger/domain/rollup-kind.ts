/**
 * What a link of the chain did: billed calls, posted documents, closed a month, issued statements, or sealed records
 * (settlements, terms, accounts) and nothing else.
 */
export const ROLLUP_KINDS = ["calls", "documents", "closing", "statements", "records"] as const;
export type RollupKind = (typeof ROLLUP_KINDS)[number];
