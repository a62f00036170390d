import type { PartyKind } from "@/lib/party/domain/party-kind";

export const PARTY_WORDS = {
  buyer: {
    title: "Buyers",
    one: "buyer",
    many: "buyers",
    heading: "Buyer",
    price: "Price",
    example: "Brightside Solar",
    about: "A buyer pays for converted calls. Its settings define the price and which calls convert automatically.",
    next: "Next, set its price and choose which calls convert automatically.",
  },
  offer: {
    title: "Offers",
    one: "offer",
    many: "offers",
    heading: "Offer",
    price: "Payout",
    example: "Solar quotes",
    about:
      "An offer is what traffic sources send calls for. Its settings define the payout and which calls convert automatically.",
    next: "Next, set its payout and choose which calls convert automatically.",
  },
  traffic_source: {
    title: "Traffic sources",
    one: "traffic source",
    many: "traffic sources",
    heading: "Traffic source",
    price: "Payout",
    example: "Sunrise Media",
    about: "A traffic source sends calls and earns a payout when they convert.",
    next: "It earns the payout of each offer, unless the offer sets another one for it.",
  },
} as const satisfies Record<PartyKind, Record<string, string>>;
