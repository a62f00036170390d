import type { Context } from "@/lib/access/context";
import { DomainError, Invalid } from "@/lib/base/errors";
import type { CallRef } from "@/lib/call/domain/call-ref";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { addsToAmounts } from "@/lib/conversion/require-key-for-additions";
import { updateRequest } from "@/lib/conversion/update-call";
import { parseInput } from "@/lib/platform/http/parse-input";
import { BulkItem } from "./contract";

/** An update of a bulk as a request, or why it is none. */
export type ReadItem =
  | { readonly ok: true; readonly request: ConversionRequest; readonly adds: boolean }
  | { readonly ok: false; readonly error: DomainError };

export function readItem(ctx: Context, item: unknown): ReadItem {
  try {
    const { id, uuid, ...update } = parseInput(BulkItem, item);
    return { ok: true, request: updateRequest(ctx, callOf(id, uuid), update), adds: addsToAmounts(update) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, error };
    throw error;
  }
}

function callOf(id: string | number | undefined, uuid: string | undefined): CallRef {
  if (id !== undefined && uuid === undefined) return { id: Number(id) };
  if (id === undefined && uuid !== undefined) return { uuid: uuid.toLowerCase() };
  throw new Invalid({ id: "Send either the id or the uuid of a call." });
}
