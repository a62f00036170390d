/** What a company with old entries is asked for. */
export type GrowthOrder =
  | { readonly kind: "grow"; readonly entries: number }
  /** Makes new changes, and answers in how many milliseconds they were rolled up. */
  | { readonly kind: "roll up"; readonly changes: number };
