import type { CompanyId } from "@/lib/base/ids";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { insertEvents, type NewEvent } from "./sql/insert-events";
import { mayKeepUnsigned } from "./unsigned-limit";

const KEPT_BYTES = 64 * 1024;

/** The beginning of the payload of an event that was not applied. */
export function clipped(payload: Uint8Array): Uint8Array {
  return payload.subarray(0, KEPT_BYTES);
}

/** Whether only the beginning of the payload is stored. */
export function isClipped({ signature, payloadBytes }: { signature: string; payloadBytes: number }): boolean {
  return signature !== "valid" && payloadBytes >= KEPT_BYTES;
}

/** Logs an event that was rejected unread, up to an hourly limit. */
export async function saveUnsignedEvent(
  company: CompanyId,
  event: NewEvent & { readonly endpointId: number },
): Promise<void> {
  if (!mayKeepUnsigned(company, event.endpointId, event.receivedAt)) return;
  const stored = { ...event, payload: clipped(event.payload) };
  await inCompanySql(company, (tx) => insertEvents(tx, [stored]));
}
