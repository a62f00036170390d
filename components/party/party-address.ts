import type { PartyKind } from "@/lib/party/domain/party-kind";

export type PartyRef = { readonly type: PartyKind; readonly id: number };

export const PARTY_PATH = { buyer: "/buyers", offer: "/offers", traffic_source: "/traffic-sources" } as const;

/** `/buyers/7` */
export function partyAddress({ type, id }: PartyRef): string {
  return `${PARTY_PATH[type]}/${id}`;
}

/** `/buyers/7/account` */
export function accountAddress(party: PartyRef): string {
  return `${partyAddress(party)}/account`;
}

/** `buyers` → `buyer`; null if these are no parties. */
export function partyKindOf(segment: string): PartyKind | null {
  const kinds = Object.keys(PARTY_PATH) as PartyKind[];
  return kinds.find((kind) => PARTY_PATH[kind] === `/${segment}`) ?? null;
}
