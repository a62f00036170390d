import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { CompanyAnswer, type CompanyUpdate } from "../contract/company";

export function useUpdateCompany() {
  return useMutation({
    networkMode: "always",
    mutationFn: (update: z.input<typeof CompanyUpdate>) =>
      sendRequest("/company", CompanyAnswer, { method: "PUT", body: update }),
  });
}
