import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import {
  BillingDetails,
  BillingDetailsAnswer,
  BillingProfileAnswer,
  type BillingProfileUpdate,
} from "./contract/billing-profile";
import { IssueAnswer, type IssueRequest } from "./contract/statement";

export type IssueInput = z.input<typeof IssueRequest>;
export type TermsInput = z.input<typeof BillingProfileUpdate>;
export type DetailsInput = z.input<typeof BillingDetails>;
export type TermsOwner = { readonly type: "buyer" | "traffic_source"; readonly id: number };

const PATH = { buyer: "/buyers", traffic_source: "/traffic-sources" } as const;

/** Issues due statements, or previews them. */
export function useIssueStatements() {
  return useMutation({
    networkMode: "always",
    mutationFn: (input: IssueInput) => sendRequest("/statements/issue", IssueAnswer, { method: "POST", body: input }),
  });
}

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
