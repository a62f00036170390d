import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import {
  BuyerAnswer,
  BuyerList,
  CreatedBuyer,
  CreatedOffer,
  CreatedTrafficSource,
  OfferAnswer,
  OfferList,
  type Party,
  type PartyUpdate,
  TrafficSourceAnswer,
  TrafficSourceList,
} from "./contract";
import type { PartyKind } from "./domain/party-kind";

export const PARTIES_A_SEARCH = 20;

const PATH = { buyer: "/buyers", offer: "/offers", traffic_source: "/traffic-sources" } as const;
const LISTED: Record<PartyKind, z.ZodType<Party[]>> = {
  buyer: BuyerList.transform(({ buyers }) => buyers),
  offer: OfferList.transform(({ offers }) => offers),
  traffic_source: TrafficSourceList.transform(({ traffic_sources }) => traffic_sources),
};
const CREATED: Record<PartyKind, z.ZodType<Party>> = {
  buyer: CreatedBuyer.transform(({ buyer }) => buyer),
  offer: CreatedOffer.transform(({ offer }) => offer),
  traffic_source: CreatedTrafficSource.transform(({ traffic_source }) => traffic_source),
};
const UPDATED: Record<PartyKind, z.ZodType<Party>> = {
  buyer: BuyerAnswer.transform(({ buyer }) => buyer),
  offer: OfferAnswer.transform(({ offer }) => offer),
  traffic_source: TrafficSourceAnswer.transform(({ traffic_source }) => traffic_source),
};

/** Active parties whose name contains the text; null requests nothing. */
export function partiesQuery(kind: PartyKind, search: string | null) {
  return queryOptions({
    queryKey: ["parties", kind, search] as const,
    queryFn: ({ signal }): Promise<Party[]> => {
      const query = new URLSearchParams({ q: search ?? "", per_page: String(PARTIES_A_SEARCH) });
      return sendRequest(`${PATH[kind]}?${query}`, LISTED[kind], { signal });
    },
    enabled: search !== null,
    placeholderData: keepPreviousData,
  });
}

export function useCreateParty(kind: PartyKind) {
  return useMutation({
    networkMode: "always",
    mutationFn: (name: string) => sendRequest(PATH[kind], CREATED[kind], { method: "POST", body: { name } }),
  });
}

export function useUpdateParty(kind: PartyKind, id: number) {
  return useMutation({
    networkMode: "always",
    mutationFn: (update: PartyUpdate) =>
      sendRequest(`${PATH[kind]}/${id}`, UPDATED[kind], { method: "PUT", body: update }),
  });
}
