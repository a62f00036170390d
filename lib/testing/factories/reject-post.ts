import type { Context } from "@/lib/access/context";
import type { DomainError } from "@/lib/base/errors";
import { fileRejection } from "@/lib/inbound/file-rejection";

type Rejected = {
  readonly uuid?: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly error: DomainError;
};

/** Rejects a JSON post of a secure token, as a secure route does. */
export function rejectPost(ctx: Context, { uuid, payload, error }: Rejected): Promise<void> {
  const contentType = "application/json";
  const request = {
    method: "PUT",
    headers: new Headers({ "content-type": contentType }),
    query: "",
    contentType,
    body: Buffer.from(JSON.stringify(payload)),
  };
  return fileRejection(ctx, { request, uuid, payload, error });
}
