import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { type NewTestCall, TestCallAnswer } from "../contract/test-call";

export function useSendTestCall() {
  return useMutation({
    networkMode: "always",
    mutationFn: (input: z.input<typeof NewTestCall>) =>
      sendRequest("/test-calls", TestCallAnswer, { method: "POST", body: input }),
  });
}
