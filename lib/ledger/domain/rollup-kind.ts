/**
 * What a link of the chain did: bill calls, post documents, close a month, issue statements, or only seal records
 * (settlements, terms, accounts).
 */
export const ROLLUP_KINDS = ["calls", "documents", "closing", "statements", "records"] as const;
export type RollupKind = (typeof ROLLUP_KINDS)[number];
