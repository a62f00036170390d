import { createHash } from "node:crypto";
import { Conflict } from "@/lib/base/errors";
import type { Tx } from "@/lib/platform/sql/in-company";
import { findRequest } from "./sql/find-request";

export type RequestMark = { readonly requestId: string; readonly requestDigest: Uint8Array<ArrayBuffer> };

/** Identifies a repeated request by the id that its sender chose and by its content. */
export function requestMark(requestId: string | undefined, asked: readonly unknown[]): RequestMark | null {
  if (requestId === undefined) return null;
  const requestDigest = new Uint8Array(createHash("sha256").update(JSON.stringify(asked)).digest());
  return { requestId, requestDigest };
}

/**
 * The number of the document that this request recorded before; null if the request is new. The ledger head must be
 * locked. Throws `Conflict` if a different request used the id.
 */
export async function findReplay(tx: Tx, mark: RequestMark | null): Promise<number | null> {
  const earlier = mark && (await findRequest(tx, mark.requestId));
  if (!earlier) return null;
  if (earlier.digest && Buffer.from(earlier.digest).equals(mark.requestDigest)) return earlier.number;
  throw new Conflict(
    `This request_id already created document ${earlier.number} with different content. Nothing was saved. Use a new UUID for another document.`,
  );
}
