import { type FullEvent, SHOWN_BYTES } from "./sql/list-events";

/** The calls that an event reached. */
export function callIdsOf({ result }: Pick<FullEvent, "result">): number[] {
  const ids = result.map((part) => (typeof part === "object" && part && "call_id" in part ? part.call_id : null));
  return [...new Set(ids.flatMap((id) => (id === null ? [] : [Number(id)])))];
}

/** Query string and the beginning of the body. */
export function payloadText({ query, payload }: Pick<FullEvent, "query" | "payload">): string {
  const body = new TextDecoder().decode(payload.subarray(0, SHOWN_BYTES));
  return [...(query ? [`?${query}`] : []), ...(body ? [body] : [])].join("\n");
}
