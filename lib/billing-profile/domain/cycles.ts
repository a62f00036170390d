/** How often a party's statements are issued. Apart from their days, so that a browser loads the names alone. */
export const CYCLES = ["weekly", "biweekly", "monthly"] as const;
export type Cycle = (typeof CYCLES)[number];
