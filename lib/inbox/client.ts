import { queryOptions, useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import { InboxItemAnswer, ResolveDryRun, ResolvedInbox, type ResolveInbox } from "./contract";

/** One item with calls that may match; with `call`, a preview of matching it with that call. */
export function inboxItemQuery(id: number, call: string | null) {
  const query = call === null ? "" : `?${new URLSearchParams({ call })}`;
  return queryOptions({
    queryKey: ["inbox", id, call] as const,
    queryFn: ({ signal }) => sendRequest(`/inbox/${id}${query}`, InboxItemAnswer, { signal }),
    staleTime: 0,
  });
}

export type ResolveInput = z.input<typeof ResolveInbox>;

/** What resolving these items together would do. Never cached. */
export function usePreviewResolving() {
  return useMutation({
    networkMode: "always",
    mutationFn: (body: ResolveInput) =>
      sendRequest("/inbox/resolve?dry_run=true", ResolveDryRun, { method: "POST", body }),
  });
}

export function useResolveInbox() {
  return useMutation({
    networkMode: "always",
    mutationFn: (body: ResolveInput) => sendRequest("/inbox/resolve", ResolvedInbox, { method: "POST", body }),
  });
}
