import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { sendRequest } from "@/lib/platform/client/send-request";
import {
  type AllocationUpdate,
  DocumentAnswer,
  DocumentList,
  type DocumentReversal,
  type NewDocument,
  type Payable,
  PayableAnswer,
  RecordedDocument,
} from "./contract";

export type DocumentOwner = { readonly type: "buyer" | "traffic_source"; readonly id: number };
export type DocumentInput = z.input<typeof NewDocument>;
export type ReversalInput = z.input<typeof DocumentReversal>;
export type AllocationInput = z.input<typeof AllocationUpdate>;

const PATH = { buyer: "/buyers", traffic_source: "/traffic-sources" } as const;

const keyOf = ({ type, id }: DocumentOwner) => ["documents", type, id] as const;

/** Documents of a party, newest first, in pages; the first page has the party's standing. */
export function documentsQuery(owner: DocumentOwner) {
  return infiniteQueryOptions({
    queryKey: keyOf(owner),
    queryFn: ({ pageParam, signal }): Promise<DocumentList> => {
      const query = new URLSearchParams(pageParam === null ? {} : { cursor: pageParam });
      return sendRequest(`${PATH[owner.type]}/${owner.id}/documents?${query}`, DocumentList, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ metadata }) => metadata.next_cursor,
  });
}

/** What a traffic source has earned, and what may be paid now. */
export function payableQuery(trafficSourceId: number) {
  return queryOptions({
    queryKey: ["payable", trafficSourceId] as const,
    queryFn: async ({ signal }): Promise<Payable> =>
      (await sendRequest(`/traffic-sources/${trafficSourceId}/payable`, PayableAnswer, { signal })).payable,
  });
}

export function useRecordDocument(owner: DocumentOwner) {
  return useDocumentMutation(owner, (input: DocumentInput) =>
    sendRequest(`${PATH[owner.type]}/${owner.id}/documents`, RecordedDocument, { method: "POST", body: input }),
  );
}

export function useReverseDocument(owner: DocumentOwner, number: number) {
  return useDocumentMutation(owner, (input: ReversalInput) =>
    sendRequest(`/documents/${number}/reverse`, DocumentAnswer, { method: "POST", body: input }),
  );
}

export function useAllocateDocument(owner: DocumentOwner, number: number) {
  return useDocumentMutation(owner, (input: AllocationInput) =>
    sendRequest(`/documents/${number}/allocations`, DocumentAnswer, { method: "POST", body: input }),
  );
}

function useDocumentMutation<Input, Answer>(owner: DocumentOwner, send: (input: Input) => Promise<Answer>) {
  const queryClient = useQueryClient();
  return useMutation({
    networkMode: "always",
    mutationFn: send,
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: payableQuery(owner.id).queryKey });
      return queryClient.invalidateQueries({ queryKey: keyOf(owner) });
    },
  });
}
