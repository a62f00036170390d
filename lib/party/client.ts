import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { sendRequest } from "@/lib/platform/client/send-request";
import { BuyerList, CreatedTrafficSource, OfferList, type Party, TrafficSourceList } from "./contract";

export const PARTIES_A_SEARCH = 20;

export type PartyKind = "buyer" | "offer" | "traffic_source";

const FIND: Record<PartyKind, (query: string, signal: AbortSignal) => Promise<Party[]>> = {
  buyer: async (query, signal) => (await sendRequest(`/buyers?${query}`, BuyerList, { signal })).buyers,
  offer: async (query, signal) => (await sendRequest(`/offers?${query}`, OfferList, { signal })).offers,
  traffic_source: async (query, signal) =>
    (await sendRequest(`/traffic-sources?${query}`, TrafficSourceList, { signal })).traffic_sources,
};

/** Parties or offers whose name contains the text; null requests nothing. */
export function partiesQuery(kind: PartyKind, search: string | null) {
  return queryOptions({
    queryKey: ["parties", kind, search] as const,
    queryFn: ({ signal }): Promise<Party[]> => {
      const query = new URLSearchParams({ q: search ?? "", per_page: String(PARTIES_A_SEARCH) });
      return FIND[kind](query.toString(), signal);
    },
    enabled: search !== null,
    placeholderData: keepPreviousData,
  });
}

export function useCreateTrafficSource() {
  return useMutation({
    networkMode: "always",
    mutationFn: async (name: string): Promise<Party> =>
      (await sendRequest("/traffic-sources", CreatedTrafficSource, { method: "POST", body: { name } })).traffic_source,
  });
}
