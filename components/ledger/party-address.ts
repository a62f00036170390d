import type { OwnerType } from "@/lib/party/domain/account-owner";

const SEGMENT = { buyer: "buyers", traffic_source: "sources" } as const;

/** `/billing/buyers/7` */
export function partyAddress({ type, id }: { readonly type: OwnerType; readonly id: number }): string {
  return `/billing/${SEGMENT[type]}/${id}`;
}

/** `segment` is `buyers` or `sources`; null for any other address. */
export function partyOfAddress(segment: string, id: string): { type: OwnerType; id: number } | null {
  const type = segment === "buyers" ? "buyer" : segment === "sources" ? "traffic_source" : null;
  return type && /^[1-9][0-9]{0,14}$/.test(id) ? { type, id: Number(id) } : null;
}
