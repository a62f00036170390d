import { useMutation } from "@tanstack/react-query";
import { sendRequest } from "@/lib/platform/client/send-request";
import { ErasureAnswer, ErasurePreview, ErasureSettingAnswer } from "./contract";

/** How many calls would be erased: of a caller, or older than a number of days. */
export function usePreviewErasure() {
  return useMutation({
    networkMode: "always",
    mutationFn: (sought: { readonly caller: string } | { readonly erase_after_days: number }) =>
      sendRequest("/erasures/preview", ErasurePreview, { method: "POST", body: sought }),
  });
}

export function useEraseCaller() {
  return useMutation({
    networkMode: "always",
    mutationFn: (caller: string) => sendRequest("/erasures", ErasureAnswer, { method: "POST", body: { caller } }),
  });
}

export function useSaveErasureSetting() {
  return useMutation({
    networkMode: "always",
    mutationFn: (days: number) =>
      sendRequest("/company/erasure", ErasureSettingAnswer, { method: "PUT", body: { erase_after_days: days } }),
  });
}
