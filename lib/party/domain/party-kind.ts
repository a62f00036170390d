export type PartyKind = "buyer" | "offer" | "traffic_source";
