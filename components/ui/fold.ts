/** A cell that only wide pages show. */
export const WIDE = "max-sm:hidden";

/** Its content on narrow pages: a line in another cell. */
export const FOLDED = "block text-12 text-ink-muted sm:hidden";
