import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { SetupAnswer, type SetupRequest } from "../contract/company";

export function useSetUp() {
  return useMutation({
    networkMode: "always",
    mutationFn: (request: z.input<typeof SetupRequest>) =>
      sendRequest("/setup", SetupAnswer, { method: "POST", body: request }),
  });
}
