/** Orders for a company with old entries. */
export type GrowthOrder =
  | { readonly kind: "grow"; readonly entries: number }
  /** Makes new changes, and returns the milliseconds of their rollup. */
  | { readonly kind: "roll up"; readonly changes: number };
