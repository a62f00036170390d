type StoredRule = {
  readonly duplicates?: { readonly seconds: number } | null;
  readonly amount?: { readonly kind: string; readonly token?: string } | null;
};

/** What is looked up of settings without reading them: paused rules and paused settings count, too. */
export type SettingsSummary = {
  /** The longest that any rule looks back; 0 where none does. */
  readonly duplicateWindowSeconds: number;
  /** The tokens that rules use as an amount, once each. */
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
