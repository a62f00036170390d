/** How often a party's statements are issued. In a file of its own, so that a browser loads no date arithmetic. */
export const CYCLES = ["weekly", "biweekly", "monthly"] as const;
export type Cycle = (typeof CYCLES)[number];
