import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { type ClosePeriod, PeriodAnswer } from "@/lib/contracts/periods";
import { sendRequest } from "@/lib/platform/client/send-request";

export type ClosePeriodInput = z.input<typeof ClosePeriod>;

export function useClosePeriod(month: string) {
  return useMutation({
    networkMode: "always",
    mutationFn: async (body: ClosePeriodInput) =>
      (await sendRequest(`/periods/${month}/close`, PeriodAnswer, { method: "POST", body })).period,
  });
}
