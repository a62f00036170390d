import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { BillingDetails, BillingDetailsAnswer, BillingProfileAnswer, type BillingProfileUpdate } from "./contract";

export type TermsInput = z.input<typeof BillingProfileUpdate>;
export type DetailsInput = z.input<typeof BillingDetails>;
export type TermsOwner = { readonly type: "buyer" | "traffic_source"; readonly id: number };

const PATH = { buyer: "/buyers", traffic_source: "/traffic-sources" } as const;

export function useSaveTerms({ type, id }: TermsOwner) {
  return useMutation({
    networkMode: "always",
    mutationFn: (input: TermsInput) =>
      sendRequest(`${PATH[type]}/${id}/billing-profile`, BillingProfileAnswer, { method: "PUT", body: input }),
  });
}

export function useSaveBillingDetails() {
  return useMutation({
    networkMode: "always",
    mutationFn: (input: DetailsInput) =>
      sendRequest("/company/billing-details", BillingDetailsAnswer, {
        method: "PUT",
        body: BillingDetails.parse(input),
      }),
  });
}
