import { createHash } from "node:crypto";
import { Conflict } from "@/lib/base/errors";
import type { Tx } from "@/lib/platform/sql/in-company";
import { findRequest } from "./sql/find-request";

export type RequestMark = { readonly requestId: string; readonly requestDigest: Uint8Array<ArrayBuffer> };

/** How a request is known again: by the name that its client gave it, and by what it asked for. */
export function requestMark(requestId: string | undefined, asked: readonly unknown[]): RequestMark | null {
  if (requestId === undefined) return null;
  const requestDigest = new Uint8Array(createHash("sha256").update(JSON.stringify(asked)).digest());
  return { requestId, requestDigest };
}

/**
 * The number of the document that this very request made before, null where it is new. The head must be locked. Throws
 * `Conflict` where another request had that name.
 */
export async function findReplay(tx: Tx, mark: RequestMark | null): Promise<number | null> {
  const known = mark && (await findRequest(tx, mark.requestId));
  if (!known) return null;
  if (known.digest && Buffer.from(known.digest).equals(mark.requestDigest)) return known.number;
  throw new Conflict(
    `This request_id already created document ${known.number} with different content. Nothing was saved. Use a new UUID for another document.`,
  );
}
