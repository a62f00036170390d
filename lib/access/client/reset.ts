import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { Done } from "../contract/security";
import type { ResetForm } from "../contract/sign-in";

/** Asks for a link to set a new password. Not part of the API: it serves the sign-in page. */
export function useRequestReset() {
  return useMutation({
    networkMode: "always",
    mutationFn: (request: z.input<typeof ResetForm>) =>
      sendRequest("/reset", Done, { method: "POST", body: request, base: "/api/auth" }),
  });
}
