/** Both colour schemes and both widths, in two looks: what a scheme gets wrong it gets wrong at any width. */
export const LOOKS = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 375 },
] as const;
