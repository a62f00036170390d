type StoredRule = {
  readonly duplicates?: { readonly seconds: number } | null;
  readonly amount?: { readonly kind: string; readonly token?: string } | null;
};

/** Facts about settings that are read without loading the document. Paused rules and paused settings count too. */
export type SettingsSummary = {
  /** The longest duplicate window of any rule; 0 for none. */
  readonly duplicateWindowSeconds: number;
  /** Tokens that rules use as an amount, once each. */
  readonly amountTokens: readonly string[];
};

/** The summary of a settings document. */
export function summaryOf({ rules = [] }: { readonly rules?: readonly StoredRule[] }): SettingsSummary {
  return {
    duplicateWindowSeconds: Math.max(0, ...rules.map(({ duplicates }) => duplicates?.seconds ?? 0)),
    amountTokens: [
      ...new Set(rules.flatMap(({ amount }) => (amount?.token === undefined ? [] : [amount.token]))),
    ].sort(),
  };
}
