/** What a link of the chain did: billed calls, posted documents, closed a month, or issued statements. */
export const ROLLUP_KINDS = ["calls", "documents", "closing", "statements"] as const;
export type RollupKind = (typeof ROLLUP_KINDS)[number];
