import { queryOptions, useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { InboxItemAnswer, SettleDryRun, SettledInbox, type SettleInbox } from "./contract";

/** One item with the calls it may be about; with `call`, what matching it with that call would do. */
export function inboxItemQuery(id: number, call: string | null) {
  const query = call === null ? "" : `?${new URLSearchParams({ call })}`;
  return queryOptions({
    queryKey: ["inbox", id, call] as const,
    queryFn: ({ signal }) => sendRequest(`/inbox/${id}${query}`, InboxItemAnswer, { signal }),
    staleTime: 0,
  });
}

export type SettleInput = z.input<typeof SettleInbox>;

/** What settling these together would do to the money, asked anew each time. */
export function usePreviewSettling() {
  return useMutation({
    networkMode: "always",
    mutationFn: (body: SettleInput) =>
      sendRequest("/inbox/settle?dry_run=true", SettleDryRun, { method: "POST", body }),
  });
}

export function useSettleInbox() {
  return useMutation({
    networkMode: "always",
    mutationFn: (body: SettleInput) => sendRequest("/inbox/settle", SettledInbox, { method: "POST", body }),
  });
}
