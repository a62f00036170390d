import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { type ClosePeriod, PeriodAnswer } from "./contract";

export type ClosePeriodInput = z.input<typeof ClosePeriod>;

export function useClosePeriod(month: string) {
  return useMutation({
    networkMode: "always",
    mutationFn: async (body: ClosePeriodInput) =>
      (await sendRequest(`/periods/${month}/close`, PeriodAnswer, { method: "POST", body })).period,
  });
}
