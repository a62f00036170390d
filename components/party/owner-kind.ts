export type OwnerKind = "buyer" | "offer";

export const OWNER_WORDS = {
  buyer: {
    path: "/buyers",
    title: "Buyers",
    one: "buyer",
    many: "buyers",
    price: "Price",
    example: "Brightside Solar",
  },
  offer: { path: "/offers", title: "Offers", one: "offer", many: "offers", price: "Payout", example: "Solar quotes" },
} as const satisfies Record<OwnerKind, Record<string, string>>;
